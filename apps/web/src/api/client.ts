import createClient, { type Middleware } from 'openapi-fetch';
import { chosenLanguage } from '../frame/language.js';
import type { paths } from './generated/schema.js';
import { isOfAnotherPerson, offline, problemFrom, type Problem } from './problem.js';
import { sendOnce } from './sending.js';

/** Where in the log the last change of this page stands: what is read afterwards must show it. */
let written: bigint | undefined;
/** Who is signed in instead of the one whom the page displays. */
export type Instead = 'nobody' | 'another';
const signedOut = new Set<(instead: Instead) => void>();

/** Tells when the API has answered that the one whom the page displays is not signed in any more. */
export function onSignedOut(told: (instead: Instead) => void): () => void {
  signedOut.add(told);
  return () => signedOut.delete(told);
}

/** Whom the page displays: the server refuses what comes from it in another's session. */
let displayed: string | undefined;
export function displays(personId: string): void {
  displayed = personId;
}

const NEVER_WAIT = /^\/api\/(session|live|openapi)/;

const ours: Middleware = {
  onRequest({ request }) {
    // `*` leaves it to the municipality: the browser's own languages say nothing about what it writes
    request.headers.set('accept-language', chosenLanguage() ?? '*');
    const url = new URL(request.url);
    if (displayed !== undefined && url.pathname !== '/api/session') request.headers.set('samspill-person', displayed);
    if (request.method !== 'GET') return request;
    if (written === undefined || NEVER_WAIT.test(url.pathname)) return request;
    url.searchParams.set('after', String(written));
    return new Request(url, request);
  },
  async onResponse({ response, request }) {
    const isRefused = response.status === 401 || (await isOfAnotherPerson(response));
    if (isRefused && !new URL(request.url).pathname.startsWith('/api/session'))
      for (const told of signedOut) told(response.status === 401 ? 'nobody' : 'another');
    if (request.method !== 'GET' && response.ok) await rememberPosition(response);
    // It is said once; asked again, the page shows what there is.
    if (response.status === 503 && (await saysHalted(response))) written = undefined;
    return response;
  },
  onError: () => offline(),
};

const saysHalted = async (response: Response): Promise<boolean> =>
  (
    (await response
      .clone()
      .json()
      .catch(() => ({}))) as { type?: string }
  ).type === 'urn:samspill:problem:halted';

async function rememberPosition(response: Response): Promise<void> {
  const { position } = (await response
    .clone()
    .json()
    .catch(() => ({}))) as { position?: string };
  if (typeof position !== 'string' || !/^\d+$/.test(position)) return;
  const at = BigInt(position);
  if (written === undefined || at > written) written = at;
}

/** The API, typed by its own OpenAPI document. Answers `{ data }` or `{ error }`; use `answered` to get one or throw the other. */
export const api = createClient<paths>({
  baseUrl: location.origin,
  fetch: (request) => (request.method === 'GET' ? fetch(request) : sendOnce(request)),
});
api.use(ours);

interface Settled<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

/** The answer of a call. @throws Problem where it was refused or did not come */
export async function answered<Data>(call: Promise<Settled<Data>>): Promise<NonNullable<Data>> {
  const { data, error, response } = await call;
  if (!response.ok) throw problemOf(response, error);
  return data as NonNullable<Data>;
}

const problemOf = ({ status }: Response, error: unknown): Problem => problemFrom(status, error);
