import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { sendOnce } from './sending.js';

const post = (body: object, address = '/api/meetings', headers: Record<string, string> = {}) =>
  new Request(`http://samspill.test${address}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
/** A server that answers on demand and stores its requests. */
function server() {
  const keys: string[] = [];
  const waiting: ((answer: Response | Error) => void)[] = [];
  const send = (request: Request) =>
    new Promise<Response>((answer, fail) => {
      keys.push(request.headers.get('idempotency-key')!);
      waiting.push((it) => (it instanceof Error ? fail(it) : answer(it)));
    });
  const answer = (it: Response | Error) => waiting.shift()!(it);
  const arrived = async (count: number) => {
    while (keys.length < count) await new Promise((later) => setImmediate(later));
  };
  return { keys, send, answer, arrived };
}
const done = () => Response.json({ id: 'x' });

test('a request repeated before its answer is sent once, and both callers get the answer', async () => {
  const { keys, send, answer, arrived } = server();
  const both = [sendOnce(post({ on: '2026-11-18' }), send), sendOnce(post({ on: '2026-11-18' }), send)];
  await arrived(1);
  answer(done());
  const answers = await Promise.all(both);
  expect(await Promise.all(answers.map((it) => it.json()))).toEqual([{ id: 'x' }, { id: 'x' }]);
  expect(keys).toHaveLength(1);
});

test.each([
  ['no answer came', new Error('offline')],
  ['the answer was a fault', new Response('', { status: 500 })],
  ['a proxy answered', new Response('', { status: 504 })],
])('a retry has the same key where %s, and after its answer a new one', async (_, lost) => {
  const { keys, send, answer, arrived } = server();
  const sendIt = async (it: Response | Error, count: number) => {
    const sending = sendOnce(post({ note: 'det samme' }, `/api/retry/${String(_)}`), send).catch(() => undefined);
    await arrived(count);
    answer(it);
    await sending;
  };
  await sendIt(lost, 1);
  await sendIt(done(), 2);
  await sendIt(done(), 3);
  expect(keys[1]).toBe(keys[0]);
  expect(keys[2]).not.toBe(keys[1]);
});

test('another body, address or revision is another request', async () => {
  const { keys, send, answer, arrived } = server();
  const all = [
    post({ note: 'a' }),
    post({ note: 'b' }),
    post({ note: 'a' }, '/api/other'),
    post({ note: 'a' }, '/api/meetings', { 'if-match': '"3"' }),
    post({ note: 'a' }, '/api/meetings', { 'samspill-person': 'p' }),
  ].map((it) => sendOnce(it, send));
  await arrived(all.length);
  all.forEach(() => answer(done()));
  await Promise.all(all);
  expect(new Set(keys).size).toBe(all.length);
});

// Finds every file that sends a change; each must use a shared function that ignores a second click.
const SOURCES = new URL('../', import.meta.url);
const sources = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.spec\.tsx?$|generated/.test(name))
  .map((name) => [name, readFileSync(new URL(name, SOURCES), 'utf8')] as const);
const SENDS = /\bapi\s*(as[^)]*\)\s*)?\.\s*(POST|PUT|DELETE)\b/;
const SHARED_WAYS = /\buse(Once|Send|Sending|Step|Submission)\b|\b(Form|Reason)Dialog\b/;
/**
 * Automatic requests while the user writes, signs in or navigates, which may be sent twice without effect; a file to
 * import is sent by its page, which is among the others.
 */
const BY_THEMSELVES = ['session.tsx', 'use-draft-store.ts', 'use-live-draft.ts', 'importing.ts'];

test('mutations are made by useSending alone', () => {
  const using = sources.filter(([, text]) => text.includes('useMutation(')).map(([name]) => name);
  expect(using).toEqual([]);
  expect(sources.filter(([, text]) => text.includes('useMutation<')).map(([name]) => name)).toEqual([
    'api/use-once.ts',
  ]);
});

test('every page and part that changes something treats a second click as the first', () => {
  const sending = sources.filter(([name, text]) => SENDS.test(text) && !BY_THEMSELVES.some((it) => name.endsWith(it)));
  expect(sending.length).toBeGreaterThan(10);
  expect(sending.filter(([, text]) => !SHARED_WAYS.test(text)).map(([name]) => name)).toEqual([]);
});

test('no page sends requests without the client; what is sent before it has arrived only reads', () => {
  const past = sources.filter(([, text]) => /(?<![.\w])fetch\(|XMLHttpRequest|sendBeacon/.test(text));
  expect(past.map(([name]) => name).toSorted()).toEqual([
    'api/client.ts',
    'api/sending.ts',
    'early/early-answers.ts',
    'early/send-early.ts',
    'parts/lazy-part/lazy-part.tsx',
  ]);
  const early = past.filter(([name]) => name.startsWith('early/'));
  expect(early.filter(([, text]) => /\bmethod\b/.test(text)).map(([name]) => name)).toEqual([]);
});
