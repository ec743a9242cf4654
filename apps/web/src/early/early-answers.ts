import { browserStorage } from '../storage/storage.js';
import { REMEMBERED, rememberedVisit, type RememberedVisit } from './early-requests.js';

/** Milliseconds; an older answer is requested again. */
const USABLE_MS = 15_000;
/** Milliseconds after the start of the page in which what it reads belongs to its first contents. */
const LOADING_MS = 10_000;
/** Pages whose reads are kept. */
const MOST_PAGES = 40;

let oldest = Infinity;

/**
 * The answer to a read that the page's HTML has already sent (`send-early.ts`); undefined when there is none, or it is
 * of another language or too old. Each is used once. A refused or failed one is requested anew by `again`.
 */
export function takeEarly(
  address: string,
  again: () => Promise<Response>,
  acceptLanguage?: string,
): Promise<Response> | undefined {
  const sent = globalThis.samspillEarly?.get(address);
  if (!sent) return undefined;
  globalThis.samspillEarly!.delete(address);
  const isOfLanguage = acceptLanguage === undefined || sent.acceptLanguage === acceptLanguage;
  if (!isOfLanguage || performance.now() - sent.sentAt > USABLE_MS) return undefined;
  oldest = Math.min(oldest, sent.sentAt);
  return sent.response.then((response) => (response.ok ? response : again()), again);
}

/** A file of the pages, such as one with texts: the early answer, or a request of its own. */
export const readFileEarly = (file: string): Promise<Response> => takeEarly(file, () => fetch(file)) ?? fetch(file);

/** Milliseconds since the oldest answer that was used was requested; -Infinity if none was. */
export const ageOfEarly = (): number => performance.now() - oldest;

/** True for a search: its address contains the user's text, which is not stored. */
const isPrivate = (read: string): boolean => new URL(read, 'http://any').searchParams.has('text');

let page: { readonly address: string; readonly reads: Set<string> } | undefined;

/** Begins to remember what the page reads until somebody uses it; the next visit sends the same reads at once. */
export function rememberReads(): void {
  page = { address: location.pathname + location.search, reads: new Set() };
  const end = () => (page = undefined);
  for (const type of ['keydown', 'pointerdown']) addEventListener(type, end, { once: true, capture: true });
  setTimeout(end, LOADING_MS);
}

/** Adds a read to those that the page needs first. */
export function rememberRead(read: string, personId: string | undefined): void {
  if (!page || personId === undefined) return;
  page.reads.add(read);
  const { [page.address]: _, ...others } = kept(personId).reads;
  const reads = [...page.reads];
  const pages = Object.entries(others).slice(1 - MOST_PAGES);
  keep(personId, { reads: Object.fromEntries(reads.some(isPrivate) ? pages : [...pages, [page.address, reads]]) });
}

/** Keeps who is signed in, and the language of their pages. */
export const rememberPerson = (personId: string, language: string): void => keep(personId, { language });

/** At the end of the session: nothing is kept for the next user of the browser. */
export const forgetVisit = (): void => browserStorage.remove(REMEMBERED);

function keep(personId: string, what: Partial<RememberedVisit>): void {
  browserStorage.write(REMEMBERED, JSON.stringify({ ...kept(personId), ...what }));
}

function kept(personId: string): RememberedVisit {
  const before = rememberedVisit();
  const nothing = { personId, language: '', reads: {} };
  return before?.personId === personId ? { ...nothing, ...before } : nothing;
}
