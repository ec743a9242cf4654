import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { countedInText } from './counted-in-text.js';
import { isLanguage, type Language } from './languages.js';

export { isLanguage, LANGUAGES, type Language } from './languages.js';
const KEPT = 'samspill.language';

/** All texts, loaded in the current language when a page that needs them is opened. */
const texts = import.meta.glob<Record<string, unknown>>('/src/**/texts/*.json', { import: 'default' });

/** The namespace is the name of the folder that contains `texts/`. */
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

/** The user's choice in this browser; undefined leaves it to the municipality. */
export function chosenLanguage(): Language | undefined {
  const kept = localStorage.getItem(KEPT);
  return isLanguage(kept) ? kept : undefined;
}

let begun!: () => void;
const hasBegun = new Promise<void>((resolve) => (begun = resolve));

/** Before sign-in, no municipality determines the language. */
export function startLanguages(): Promise<unknown> {
  i18next.on('languageChanged', (language) => (document.documentElement.lang = language));
  const started = i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: chosenLanguage() ?? (navigator.languages.some((tag) => tag.startsWith('nn')) ? 'nn' : 'nb'),
      fallbackLng: false,
      ns: ['shell', 'parts'],
      defaultNS: 'shell',
      interpolation: { escapeValue: false },
      react: { useSuspense: true },
      // load the first texts immediately, not when the browser is idle
      initAsync: false,
    });
  i18next.services.formatter?.add('counted', countedInText);
  begun();
  return started;
}

/**
 * Loads texts in the current language and in every later one. The first page calls this before languages are started.
 */
export const fetchTexts = (namespaces: readonly string[]): Promise<void> =>
  hasBegun.then(() => i18next.loadNamespaces(namespaces));

/** The user's own choice: stored in this browser, and sent to the API. */
export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(KEPT, language);
  await i18next.changeLanguage(language);
}

/** True when the pages are in the API's language, false when the user has chosen another. */
export const isFollowed = (language: Language): boolean =>
  chosenLanguage() !== undefined || i18next.language === language;

/** Uses the API's language (the municipality's form) unless the user has chosen one. */
export async function followMunicipality(language: Language): Promise<void> {
  if (!isFollowed(language)) await i18next.changeLanguage(language);
}

/** The current language of the pages. */
export const currentLanguage = (): Language => (isLanguage(i18next.language) ? i18next.language : 'nb');
