import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { browserStorage } from '../storage/storage.js';
import { countedInText } from './counted-in-text.js';
import { ALL_TEXTS, CHOSEN_LANGUAGE, isLanguage, languageAtFirst, type Language } from './languages.js';

export { isLanguage, LANGUAGES, type Language } from './languages.js';

type Texts = Readonly<Record<string, Record<string, unknown>>>;

/** The file of a language. */
type FileOf = (language: string) => string;

/** Each file of texts, while the pages are being developed; a build has one file for each language. */
const files = import.meta.env.DEV
  ? import.meta.glob<Record<string, unknown>>('/src/**/texts/*.json', { import: 'default' })
  : {};
const loading = new Map<string, Promise<Texts>>();
let request: (file: string) => Promise<Response> = fetch;
let ofFirstPage: FileOf | undefined;

/** A file of texts, requested once. */
function textsIn(file: string): Promise<Texts> {
  const begun = loading.get(file) ?? loadTexts(file);
  loading.set(file, begun);
  begun.catch(() => loading.delete(file));
  return begun;
}

async function loadTexts(file: string): Promise<Texts> {
  const response = await request(file);
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  return (await response.json()) as Texts;
}

/** All texts of a language; the browser keeps them for later visits. */
async function allTextsIn(language: string): Promise<Texts> {
  const file = textsFiles()[language];
  if (file === undefined) throw new Error(`No texts in ${language}`);
  const texts = await textsIn(file);
  browserStorage.write(ALL_TEXTS, file);
  return texts;
}

/** The file of all texts by language, which the build writes into the page's HTML. */
const textsFiles = (): Readonly<Record<string, string>> =>
  JSON.parse(document.getElementById('texts')?.textContent ?? '{}') as Record<string, string>;

/** Texts that the first page alone shows; undefined once all are loaded, or if they did not arrive. */
const textsOfFirstPage = async (language: string): Promise<Texts | undefined> => {
  const file = ofFirstPage?.(language);
  return file === undefined ? undefined : textsIn(file).catch(() => undefined);
};

/** Loads all texts of the current language, which other pages show. */
export async function fetchAllTexts(): Promise<void> {
  if (import.meta.env.DEV) return;
  ofFirstPage = undefined;
  // If they do not arrive, the next page requests them.
  await allTextsIn(i18next.language).catch(() => undefined);
}

async function textsOf(language: string, namespace: string): Promise<Record<string, unknown> | undefined> {
  if (!import.meta.env.DEV)
    return (await textsOfFirstPage(language))?.[namespace] ?? (await allTextsIn(language))[namespace];
  const path = Object.keys(files).find((it) => it.endsWith(`/${namespace}/texts/${language}.json`));
  return path === undefined ? undefined : files[path]!();
}

/** The namespace is the name of the folder that contains `texts/`. */
const backend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read(language, namespace, done) {
    textsOf(language, namespace).then(
      (found) => (found ? done(null, found) : done(new Error(`No texts for ${namespace} in ${language}`), false)),
      (fault: unknown) => done(fault as Error, false),
    );
  },
};

/** The user's choice in this browser; undefined leaves it to the municipality. */
export function chosenLanguage(): Language | undefined {
  const kept = browserStorage.read(CHOSEN_LANGUAGE);
  return isLanguage(kept) ? kept : undefined;
}

let begun!: () => void;
const hasBegun = new Promise<void>((resolve) => (begun = resolve));

/**
 * Before sign-in, no municipality determines the language: it is the user's choice, or that of the last visit. `ask`
 * requests a file of texts; `ofPage` is that of the first page alone, where not all texts are in the browser's cache.
 */
export function startLanguages(ofLastVisit: unknown, ask: typeof request, ofPage?: FileOf): Promise<unknown> {
  request = ask;
  ofFirstPage = ofPage;
  i18next.on('languageChanged', (language) => (document.documentElement.lang = language));
  const started = i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: languageAtFirst(chosenLanguage(), ofLastVisit),
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
  browserStorage.write(CHOSEN_LANGUAGE, language);
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
