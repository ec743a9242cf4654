import './styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App, prefetchSession } from './app/app.js';
import { firstContents } from './app/first-contents.js';
import { readFileEarly, rememberReads } from './early/early-answers.js';
import { rememberedVisit } from './early/early-requests.js';
import { applyAppearance } from './shell/appearance.js';
import { fetchAllTexts, startLanguages } from './words/language.js';
import { fetchFirstPage } from './app/routes.js';

applyAppearance();
rememberReads();
const { isBehindSignIn, arrived } = fetchFirstPage();
if (isBehindSignIn) prefetchSession();
// no `await` here: a page may import this module and would wait for it
void Promise.all([
  startLanguages(rememberedVisit()?.language, readFileEarly, globalThis.samspillPageTexts),
  arrived,
]).then(() => {
  createRoot(document.getElementById('pages')!).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
  // Custom elements for some Designsystemet components; loaded after the first page has been drawn.
  requestAnimationFrame(() => setTimeout(() => void import('./app/elements.js')));
  void firstContents().then(fetchAllTexts);
});
