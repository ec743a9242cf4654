import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { countedInText } from '../words/counted-in-text.js';
import { isLanguage, type Language } from '../words/languages.js';

export { isLanguage, LANGUAGES, type Language } from '../words/languages.js';
const KEPT = 'samspill.language';

/** Every text, loaded in the language in use when the page that needs it is opened. */
const texts = import.meta.glob<Record<string, unknown>>('/src/**/texts/*.json', { import: 'default' });

/** Namespace is the name of the folder that `texts/` stands in. */
const backend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read(language, namespace, done) {
    const path = Object.keys(texts).find((it) => it.endsWith(`/${namespace}/texts/${language}.json`));
    if (path === undefined) return done(new Error(`No texts for ${namespace} in ${language}`), false);
    texts[path]!().then(
      (found) => done(null, found),
      (fault: unknown) => done(fault as Error, false),
    );
  },
};

/** What the user chose in this browser; undefined leaves it to the municipality. */
export function chosenLanguage(): Language | undefined {
  const kept = localStorage.getItem(KEPT);
  return isLanguage(kept) ? kept : undefined;
}

let begun!: () => void;
const hasBegun = new Promise<void>((resolve) => (begun = resolve));

/** Before anyone has signed in, no municipality says which language it writes. */
export function startLanguages(): Promise<unknown> {
  i18next.on('languageChanged', (language) => (document.documentElement.lang = language));
  const started = i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: chosenLanguage() ?? (navigator.languages.some((tag) => tag.startsWith('nn')) ? 'nn' : 'nb'),
      fallbackLng: false,
      ns: ['frame', 'parts'],
      defaultNS: 'frame',
      interpolation: { escapeValue: false },
      react: { useSuspense: true },
      // the first texts are asked for at once, not when the browser next has a moment
      initAsync: false,
    });
  i18next.services.formatter?.add('counted', countedInText);
  begun();
  return started;
}

/** Fetches texts, in the language in use and in every later one. The first page asks before languages have been started. */
export const fetchTexts = (namespaces: readonly string[]): Promise<void> =>
  hasBegun.then(() => i18next.loadNamespaces(namespaces));

/** The user's own choice: kept in this browser, asked of the API too. */
export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(KEPT, language);
  await i18next.changeLanguage(language);
}

/** Whether the pages are in the language that the API answers in, or in one that the user has chosen instead. */
export const isFollowed = (language: Language): boolean =>
  chosenLanguage() !== undefined || i18next.language === language;

/** The language that the API answers in (the municipality's form), where the user has chosen none. */
export async function followMunicipality(language: Language): Promise<void> {
  if (!isFollowed(language)) await i18next.changeLanguage(language);
}

/** The language that the pages are in now. */
export const currentLanguage = (): Language => (isLanguage(i18next.language) ? i18next.language : 'nb');
