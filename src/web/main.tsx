import { render } from 'preact';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import { App } from './app.tsx';
import { openOffline } from './parts/offline.ts';
import { followKeyboard } from './parts/viewport.ts';

followKeyboard();
render(<App path={location.pathname} />, document.getElementById('app') as HTMLElement);
openOffline();
