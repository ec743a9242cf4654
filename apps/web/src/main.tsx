import './styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App, askWhoIsThere } from './frame/app.js';
import { applyAppearance } from './frame/appearance.js';
import { startLanguages } from './frame/language.js';
import { fetchFirstPage } from './frame/routes.js';

applyAppearance();
if (fetchFirstPage()) askWhoIsThere();
await startLanguages();
createRoot(document.getElementById('pages')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

// The custom elements that some of Designsystemet's components stand on: not needed to show the first page.
void import('./frame/elements.js');
