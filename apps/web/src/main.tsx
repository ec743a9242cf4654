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
// no `await` here: a page may import this module and would wait for it
void Promise.all([startLanguages(), arrived]).then(() => {
  createRoot(document.getElementById('pages')!).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
  // Custom elements for some Designsystemet components; loaded after the first page has been drawn.
  requestAnimationFrame(() => setTimeout(() => void import('./frame/elements.js')));
});
