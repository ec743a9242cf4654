import createClient, { type Middleware } from 'openapi-fetch';
import { rememberRead, takeEarly } from '../early/early-answers.js';
import { reloadIfOld } from '../early/old-pages.js';
import { chosenLanguage, currentLanguage } from '../words/language.js';
import type { paths } from './generated/schema.js';
import { sendConfirmed } from './confirmation.js';
import { hasType, isOfAnotherPerson, offline, problemFrom, type Problem } from './problem.js';
import { sendOnce } from './sending.js';

/** Position in the log of this page's last change, which later reads must include. */
let written: bigint | undefined;
/** True from the API's first answer to this page. */
let hasAnswered = false;
/** The user signed in instead of the displayed one. */
export type SignedInInstead = 'nobody' | 'another';
const signedOut = new Set<(instead: SignedInInstead) => void>();

/** Registers a callback for when the API answers that the displayed user is no longer signed in. */
export function onSignedOut(listener: (instead: SignedInInstead) => void): () => void {
  signedOut.add(listener);
  return () => signedOut.delete(listener);
}

/** The displayed user: the server refuses requests of this page in another user's session. */
let displayed: string | undefined;
export function setDisplayedPerson(personId: string): void {
  displayed = personId;
}

const NEVER_WAIT = /^\/api\/(session|live|openapi)(?![\w-])/;
/** Sign-in itself: there, that nobody is signed in is no news. */
const SIGN_IN = /^\/api\/session(\/|$)/;

/** Pages of the sign-in have no municipality: they are answered in the language that they are in. */
const WITHOUT_MUNICIPALITY = /^\/api\/sign-in(\/|$)/;

const ours: Middleware = {
  onRequest({ request }) {
    const url = new URL(request.url);
    // `*` leaves it to the municipality: the browser's own languages do not tell which form it uses
    const unchosen = WITHOUT_MUNICIPALITY.test(url.pathname) ? currentLanguage() : '*';
    request.headers.set('accept-language', chosenLanguage() ?? unchosen);
    if (displayed !== undefined && url.pathname !== '/api/session') request.headers.set('samspill-person', displayed);
    if (request.method !== 'GET') return request;
    if (written === undefined || NEVER_WAIT.test(url.pathname)) return request;
    url.searchParams.set('after', String(written));
    return new Request(url, request);
  },
  async onResponse({ response, request }) {
    if (!hasAnswered) reloadIfOld(response);
    hasAnswered = true;
    const isRefused = response.status === 401 || (await isOfAnotherPerson(response));
    if (isRefused && !SIGN_IN.test(new URL(request.url).pathname))
      for (const listener of signedOut) listener(response.status === 401 ? 'nobody' : 'another');
    if (request.method !== 'GET' && response.ok) await rememberPosition(response);
    // The problem is reported once; on the next request the page shows the available data.
    if (await hasType(response, 503, 'halted')) written = undefined;
    return response;
  },
  onError: () => offline(),
};

async function rememberPosition(response: Response): Promise<void> {
  const { position } = (await response
    .clone()
    .json()
    .catch(() => ({}))) as { position?: string };
  if (typeof position !== 'string' || !/^\d+$/.test(position)) return;
  const at = BigInt(position);
  if (written === undefined || at > written) written = at;
}

/**
 * The API, typed by its own OpenAPI document. Resolves to `{ data }` or `{ error }`; `answered` returns one or throws
 * the other.
 */
export const api = createClient<paths>({
  baseUrl: location.origin,
  fetch: (request) => (request.method === 'GET' ? readOnce(request) : sendConfirmed(request, sendOnce)),
});
api.use(ours);

/** Uses the answer to a request that the page's HTML has already sent. */
function readOnce(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const address = pathname + search;
  if (!NEVER_WAIT.test(pathname) && written === undefined) rememberRead(address, displayed);
  const again = () => fetch(request);
  return takeEarly(address, again, request.headers.get('accept-language') ?? undefined) ?? again();
}

interface Settled<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

/** The answer of a call. @throws Problem when it was refused or did not arrive */
export async function answered<Data>(call: Promise<Settled<Data>>): Promise<NonNullable<Data>> {
  const { data, error, response } = await call;
  if (!response.ok) throw problemOf(response, error);
  return data as NonNullable<Data>;
}

const problemOf = ({ status }: Response, error: unknown): Problem => problemFrom(status, error);
