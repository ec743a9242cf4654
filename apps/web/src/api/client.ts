import createClient, { type Middleware } from 'openapi-fetch';
import { chosenLanguage } from '../frame/language.js';
import type { paths } from './generated/schema.js';
import { offline, problemFrom, type Problem } from './problem.js';

/** Where in the log the last change of this page stands: what is read afterwards must show it. */
let written: bigint | undefined;
const signedOut = new Set<() => void>();

/** Tells when the API has answered that nobody is signed in any more. */
export function onSignedOut(told: () => void): () => void {
  signedOut.add(told);
  return () => signedOut.delete(told);
}

const NEVER_WAIT = /^\/api\/(session|live|openapi)/;

const ours: Middleware = {
  onRequest({ request }) {
    // `*` leaves it to the municipality: the browser's own languages say nothing about what it writes
    request.headers.set('accept-language', chosenLanguage() ?? '*');
    if (request.method !== 'GET') {
      if (!request.headers.has('idempotency-key')) request.headers.set('idempotency-key', crypto.randomUUID());
      return request;
    }
    const url = new URL(request.url);
    if (written === undefined || NEVER_WAIT.test(url.pathname)) return request;
    url.searchParams.set('after', String(written));
    return new Request(url, request);
  },
  async onResponse({ response, request }) {
    if (response.status === 401 && !new URL(request.url).pathname.startsWith('/api/session'))
      for (const told of signedOut) told();
    if (request.method !== 'GET' && response.ok) await rememberPosition(response);
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

/** The API, typed by its own OpenAPI document. Answers `{ data }` or `{ error }`; use `answered` to get one or throw the other. */
export const api = createClient<paths>({ baseUrl: location.origin, fetch: (request) => fetch(request) });
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
