import './styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App, askWhoIsThere } from './frame/app.js';
import { applyAppearance } from './frame/appearance.js';
import { startLanguages } from './frame/language.js';
import { fetchFirstPage } from './frame/routes.js';

applyAppearance();
const { isBehindSignIn, arrived } = fetchFirstPage();
if (isBehindSignIn) askWhoIsThere();
// no `await` here: a page may import from this module, and would wait for it
void Promise.all([startLanguages(), arrived]).then(() => {
  createRoot(document.getElementById('pages')!).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
  // The custom elements that some of Designsystemet's components stand on: they come when the first page has been drawn.
  requestAnimationFrame(() => setTimeout(() => void import('./frame/elements.js')));
});
