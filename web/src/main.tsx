import { createRoot } from 'react-dom/client';
import { welcomeBack } from './client/provider';
import { App } from './frame/app';
import './styles/tokens.css';
import './styles/base.css';
import './styles/frame.css';
import './styles/parts.css';

await welcomeBack();
createRoot(document.getElementById('app')!).render(<App />);
