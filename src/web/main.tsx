import { render } from 'preact';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import { App } from './app.tsx';
import { openOffline } from './parts/offline.ts';
import { followTheme } from './parts/theme.ts';
import { followKeyboard } from './parts/viewport.ts';
import { followLanguage } from './strings/strings.ts';

const show = () => render(<App path={location.pathname} />, document.getElementById('app') as HTMLElement);

followTheme();
followKeyboard();
void followLanguage().then(show);
openOffline();
