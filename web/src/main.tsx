import { createRoot } from 'react-dom/client';
import { welcomeBack } from './client/provider';
import { App } from './frame/app';
import { watchScrolling } from './frame/scroll-kept';
import { watchFocus } from './parts/focus/focus-kept';
import { watchLeaving } from './parts/form/unsaved';
import './styles/tokens.css';
import './styles/base.css';
import './styles/frame.css';
import './styles/parts.css';
import './styles/skeleton.css';
import './styles/forms.css';

watchLeaving();
watchFocus();
watchScrolling();
// Not awaited here: what signs in imports from this file, and would wait for it in turn.
void welcomeBack().then(() => createRoot(document.getElementById('app')!).render(<App />));
