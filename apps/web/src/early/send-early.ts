import { CHOSEN_LANGUAGE, isLanguage, languageAtFirst } from '../words/languages.js';
import { rememberedVisit, type EarlyRequest, type PageStart, type Start } from './early-requests.js';

/** Made by the build (`apps/web/early-requests.mjs`). */
declare const START: Start;

// Runs inside the page's HTML, before any other file has arrived: requests at once what would otherwise be requested
// one after the other. Whatever fails here is requested again by the application.

const { styles, scripts, texts, pages } = START;
const { pathname, search } = location;
const found = pageOf(pathname);
const remembered = rememberedVisit();
const chosen = localStorage.getItem(CHOSEN_LANGUAGE);
const acceptLanguage = isLanguage(chosen) ? chosen : '*';
const early = (globalThis.samspillEarly = new Map<string, EarlyRequest>());

/** Style sheet, shell and page, which the visitor waits for first when they come over the line. */
function hintFiles(): void {
  for (const href of styles) hint({ rel: 'preload', as: 'style', href });
  for (const href of [...scripts, ...(found?.[0].scripts ?? [])]) hint({ rel: 'modulepreload', href });
}

function sendReads(): void {
  if (!found?.[0].isBehindSignIn) return;
  send('/api/session', {});
  const [page, match] = found;
  const own = page.reads.map((read) => read.replaceAll(/\{(\d)\}/g, (_, nr: string) => match[Number(nr)]!));
  const person = remembered && { 'samspill-person': remembered.personId };
  for (const read of remembered?.reads[pathname + search] ?? own) send(read, { ...person });
}

// On a later visit the files are in the browser's cache, and a script that is there is compiled at once, inside this
// one: the reads would be sent a tenth of a second later.
if (remembered) {
  sendReads();
  hintFiles();
} else {
  hintFiles();
  sendReads();
}
const file = texts[languageAtFirst(chosen, remembered?.language)];
if (file !== undefined) send(file, {});

/** The first page whose path fits, with the parameters of its path. */
function pageOf(path: string): readonly [PageStart, RegExpExecArray] | undefined {
  for (const page of pages) {
    const match = new RegExp(page.path).exec(path);
    if (match) return [page, match];
  }
  return undefined;
}

function send(address: string, headers: Readonly<Record<string, string>>): void {
  const init = { headers: { accept: '*/*', 'accept-language': acceptLanguage, ...headers } };
  const response = fetch(address, init).then(whole);
  // A failed request that nobody takes would otherwise be reported as an unhandled rejection.
  response.catch(() => undefined);
  early.set(address, { sentAt: performance.now(), acceptLanguage, response });
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
