import { render } from 'preact';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import { App } from './app.tsx';
import { openOffline } from './parts/offline.ts';
import { followTheme } from './parts/theme.ts';
import { followKeyboard } from './parts/viewport.ts';
import { followLanguage } from './strings/strings.ts';

const app = document.getElementById('app') as HTMLElement;
// What stands there for browsers that do not come as far as this.
app.replaceChildren();
const show = () => render(<App path={location.pathname} />, app);

followTheme();
followKeyboard();
void followLanguage().then(show);
openOffline();
