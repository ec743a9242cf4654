import { browserStorage } from '../storage/storage.js';
import { ALL_TEXTS, CHOSEN_LANGUAGE, isLanguage, languageAtFirst } from '../words/languages.js';
import { rememberedVisit, type EarlyRequest, type PageStart, type Start } from './early-requests.js';
import { FIRST_READS, WITH_QUERY } from './first-reads.js';
import { isPart, type Visitor } from './first-reads/first-read.js';
import { reloadIfOld, reloadWithoutScript } from './old-pages.js';

/** Made by the build (`apps/web/early-requests.mjs`). */
declare const START: Start;

// Runs inside the page's HTML, before any other file has arrived: requests at once what would otherwise be requested
// one after the other. Whatever fails here is requested again by the application.

const { styles, scripts, texts, textsFolder, parts, pages } = START;
const { pathname, search } = location;
const found = pageOf(pathname);
const remembered = rememberedVisit();
const isBehindSignIn = found?.[0].isBehindSignIn ?? false;
const readsBefore = isBehindSignIn ? remembered?.reads[pathname + search] : undefined;
const chosen = browserStorage.read(CHOSEN_LANGUAGE);
const language = languageAtFirst(chosen, remembered?.language);
const acceptLanguage = isLanguage(chosen) ? chosen : '*';
const early = (globalThis.samspillEarly = new Map<string, EarlyRequest>());

/** Hints at the files that every page needs before it can draw anything. */
function hintShell(): void {
  for (const href of styles) hint({ rel: 'preload', as: 'style', href });
  hintScripts(scripts);
}

/** Hints at the scripts of this page alone. */
const hintPage = (): void => hintScripts(found?.[0].scripts);

function hintScripts(files: readonly string[] = []): void {
  for (const href of files) hint({ rel: 'modulepreload', href });
}

/** All texts of the language if they are in the browser's cache, otherwise those of this page alone. */
function sendTexts(): void {
  const all = texts[language]!;
  if (browserStorage.read(ALL_TEXTS) === all) return send(all);
  globalThis.samspillPageTexts = (of) => `${textsFolder}/${of}/${pages.indexOf(found![0])}.json`;
  send(globalThis.samspillPageTexts(language));
}

/** The reads of the last visit, or those that follow from the page's source. */
function sendReads(): void {
  if (!isBehindSignIn) return;
  const [page, match] = found!;
  const own = page.reads.map((read) => read.replaceAll(/\{(\d)\}/g, (_, nr: string) => match[Number(nr)]!));
  for (const read of readsBefore ?? own) send(read, remembered?.personId);
}

/** The other reads and parts of a page that is visited for the first time, once the session tells who asks. */
async function sendFirstReads(): Promise<void> {
  const visitor = (await answerTo('/api/session')) as Visitor | undefined;
  const [{ route }, match] = found!;
  if (!visitor || (search !== '' && !WITH_QUERY.has(route))) return;
  const needed = (await FIRST_READS.get(route)?.(visitor, match[1] ?? '', answerTo, new URLSearchParams(search))) ?? [];
  // once the application has drawn, it requests everything itself
  if (document.querySelector('.before-pages') === null) return;
  for (const it of needed) {
    if (it === false || early.has(it)) continue;
    if (isPart(it)) hintScripts(parts[it]);
    else send(it, visitor.personId);
  }
}

/** The sign-in has no municipality: it is answered in the language that the page is in. In the demo it lists people. */
async function sendSignIn(): Promise<void> {
  send('/api/sign-in', undefined, language);
  const way = (await answerTo('/api/sign-in')) as { readonly via?: string } | undefined;
  if (way?.via === 'persona-picker') send('/api/session/personas');
}

/** The answer to an early request, which stays for the application. */
function answerTo(address: string): Promise<unknown> {
  return Promise.resolve(early.get(address)?.response)
    .then((response) => (response?.ok ? (response.clone().json() as Promise<unknown>) : undefined))
    .catch(() => undefined);
}

reloadWithoutScript();
// On a later visit the files are in the browser's cache, and a script that is there is compiled at once, inside this
// one: the reads would be sent a tenth of a second later.
if (readsBefore) {
  // the font is in the cache, too: drawing with another one first would take longer
  document.documentElement.dataset['laterVisit'] = '';
  send('/api/session');
  sendReads();
  hintShell();
  hintPage();
} else {
  hintShell();
  if (isBehindSignIn) send('/api/session');
  hintPage();
  sendReads();
}
sendTexts();
if (isBehindSignIn && !readsBefore) void sendFirstReads();
if (found?.[0].route === '/logg-inn') void sendSignIn();

/** The first page whose path fits, with the parameters of its path. */
function pageOf(path: string): readonly [PageStart, RegExpExecArray] | undefined {
  for (const page of pages) {
    const match = new RegExp(page.path).exec(path);
    if (match) return [page, match];
  }
  return undefined;
}

/** `personId`: the server refuses the read in another person's session. */
function send(address: string, personId?: string, inLanguage = acceptLanguage): void {
  const person = personId !== undefined && { 'samspill-person': personId };
  const init = { headers: { accept: '*/*', 'accept-language': inLanguage, ...person } };
  const response = fetch(address, init).then((answer) => {
    reloadIfOld(answer);
    return whole(answer);
  });
  // A failed request that nobody takes would otherwise be reported as an unhandled rejection.
  response.catch(() => undefined);
  early.set(address, { sentAt: performance.now(), acceptLanguage: inLanguage, response });
}

/**
 * The answer with its body read. A request whose body nobody reads does not end, and holds one of the few connections to the
 * server; a page may ask for something else than at its last visit.
 */
async function whole(answer: Response): Promise<Response> {
  return answer.body === null ? answer : new Response(await answer.arrayBuffer(), answer);
}

function hint(of: Partial<HTMLLinkElement>): void {
  document.head.append(Object.assign(document.createElement('link'), { crossOrigin: '', ...of }));
}
