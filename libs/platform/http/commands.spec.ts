import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { askerOf, notes } from './http-client.examples.js';
import { commandContextOf } from './command-context.js';
import { COLLEAGUE, LEADER, startExample, type Example } from './http.examples.js';
import { MEETING, NEVER_NOTED, NOT_YET_NOTED } from './notes.examples.js';
import type { AskedRequest } from './request.js';

let example: Example;
const { ask, problemOf, write } = askerOf(() => example);

beforeAll(async () => {
  example = await startExample();
});
afterAll(() => example.app.close());

describe('a command', () => {
  test('is answered with its log position, and its revision as ETag', async () => {
    const { status, json, headers } = await write(MEETING, { text: 'Møtet er satt' });
    expect(status).toBe(200);
    expect(json).toEqual({ id: MEETING, revision: '0', position: String(await example.store.head()) });
    expect(headers.get('etag')).toBe('"0"');
  });

  test('repeated with its Idempotency-Key gets the same answer and writes no second event', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const first = await write(MEETING, { text: 'en gang', signed: [] }, headers);
    const head = await example.store.head();
    const again = await write(MEETING, { signed: [], text: 'en gang' }, headers);
    expect(again.json).toEqual(first.json);
    expect(await example.store.head()).toBe(head);
  });

  test('from a page that shows another person than the session’s changes nothing', async () => {
    const head = await example.store.head();
    const displayed = { 'samspill-person': COLLEAGUE };
    const { status, json } = await write(MEETING, { text: 'i feil navn' }, displayed);
    expect([status, json]).toMatchObject([409, { type: 'urn:samspill:problem:signed-in-as-another' }]);
    expect(await example.store.head()).toBe(head);
    expect((await write(MEETING, { text: 'i eget navn' }, displayed, COLLEAGUE)).status).toBe(200);
    expect((await ask(notes(MEETING), { as: LEADER, headers: displayed })).status).toBe(409);
  });

  test('without a key is a new one each time', async () => {
    const first = await write(MEETING, { text: 'to ganger' });
    const second = await write(MEETING, { text: 'to ganger' });
    expect(second.json).not.toEqual(first.json);
  });

  test('with a key used before for other content is refused with 422', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    await write(MEETING, { text: 'det ene' }, headers);
    const { status, json } = await write(MEETING, { text: 'det andre' }, headers);
    expect(status).toBe(422);
    expect(json).toMatchObject({ broken: [{ rule: 'IDEMPOTENCY_KEY_REUSED' }] });
  });

  test('with one key and different contents at once is carried out once, and the others are refused with 422', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const texts = Array.from({ length: 50 }, (_, i) => `navn nummer ${i}`);
    const answers = await Promise.all(texts.map((text) => write(MEETING, { text }, headers)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...texts.slice(1).map(() => 422)]);
    const kept = (await example.store.read('9999', `note-${MEETING}`)).map(
      ({ data }) => (data as { text: string }).text,
    );
    expect(kept.filter((text) => texts.includes(text))).toEqual([
      texts[answers.findIndex(({ status }) => status === 200)],
    ]);
  });

  test('is carried out, each of ten concurrent ones on one stream', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, (_, i) => write(MEETING, { text: `samtidig ${i}` })));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(new Set(answers.map(({ json }) => (json as { revision: string }).revision)).size).toBe(10);
  });

  test('that changes nothing on an empty stream is accepted, at the revision before the first', async () => {
    const { status, json, headers } = await write(NEVER_NOTED, { text: 'ingenting' });
    expect([status, json]).toEqual([200, { id: NEVER_NOTED, revision: '-1', position: '0' }]);
    expect(headers.get('etag')).toBeNull();
  });

  test('of another person with the same key is another command', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const mine = await write(MEETING, { text: 'vår tekst' }, headers);
    const theirs = await write(MEETING, { text: 'vår tekst' }, headers, COLLEAGUE);
    expect(theirs.status).toBe(200);
    expect(theirs.json).not.toEqual(mine.json);
  });

  test('on another route or another resource with the same key is another command', () => {
    const idOf = (method: string, path: string) => {
      const request = { asker: { tenant: '9999', personId: LEADER }, method, path, body: {}, requestId: 'r' };
      const get = (header: string) => (header === 'idempotency-key' ? 'k1' : undefined);
      return commandContextOf({ ...request, get } as unknown as AskedRequest).commandId;
    };
    const ids = [idOf('POST', '/a/1/holding'), idOf('POST', '/a/2/holding'), idOf('POST', '/a/1/notice')];
    expect(new Set([...ids, idOf('PUT', '/a/1/holding')]).size).toBe(4);
    expect(idOf('POST', '/a/1/holding')).toBe(ids[0]);
  });

  test('on an outdated revision is answered with 412', async () => {
    const { headers } = await ask(notes(MEETING), { as: LEADER });
    const etag = headers.get('etag')!;
    expect((await write(MEETING, { text: 'først' }, { 'if-match': etag })).status).toBe(200);
    const { status, json } = await write(MEETING, { text: 'for sent' }, { 'if-match': etag });
    expect(status).toBe(412);
    expect(json).toMatchObject({ type: 'urn:samspill:problem:stale', broken: [{ rule: 'CHANGED_SINCE_READ' }] });
  });

  test('on the revision before the first is carried out once: the second has not seen the first', async () => {
    const before = { 'if-match': '"-1"' };
    expect((await write(NOT_YET_NOTED, { text: 'den første' }, before)).json).toMatchObject({ revision: '0' });
    const { status, json } = await write(NOT_YET_NOTED, { text: 'også den første' }, before);
    expect([status, json]).toMatchObject([412, { broken: [{ rule: 'CHANGED_SINCE_READ' }] }]);
  });

  test.each([['12'], ['W/"12"'], ['*'], ['"-2"'], ['"-0"'], ['"x"'], ['"1", "2"']])(
    'with If-Match %s is answered as malformed',
    async (etag) => {
      const problem = await problemOf(notes(MEETING), {
        as: LEADER,
        body: { text: 'hei' },
        headers: { 'if-match': etag },
      });
      expect(problem).toMatchObject({ status: 400, broken: [{ at: 'If-Match' }] });
    },
  );

  test('carries the request id into its events', async () => {
    const id = randomUUID();
    const { headers } = await write(MEETING, { text: 'sporet' }, { 'x-request-id': id });
    expect(headers.get('x-request-id')).toBe(id);
    const [last] = (await example.store.read('9999', `note-${MEETING}`)).slice(-1);
    expect(last!.metadata).toMatchObject({ correlationId: id, actor: LEADER });
  });

  test('that breaks several rules is answered with all of them; faults in the request decide the status', async () => {
    await write(MEETING, { text: 'closed' });
    const problem = await problemOf(notes(MEETING), { as: LEADER, body: { text: '01017012345' } });
    expect(problem.status).toBe(422);
    expect(problem.broken?.map(({ rule }) => rule)).toEqual(['NOTE_IS_CLOSED', 'NOTE_HAS_NUMBER', 'NOTE_IS_SHOUTED']);
    expect((await problemOf(notes(MEETING), { as: LEADER, body: { text: 'hei du' } })).status).toBe(409);
  });

  test('ignores an invalid request id', async () => {
    const { headers } = await ask('/health/live', { headers: { 'x-request-id': '01017012345' } });
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('a query', () => {
  test('waits until a write is readable, and reports when it is not readable in time', async () => {
    example.freshAt.position = 7n;
    expect((await ask('/api/meetings/search?after=7&page=2', { as: LEADER })).json).toMatchObject({ page: 2 });
    const { status, headers } = await ask('/api/meetings/search?after=8', { as: LEADER });
    expect(status).toBe(504);
    expect(headers.get('retry-after')).toBe('2');
  });

  test('is answered whole also to a browser that has the revision: names in it may have changed', async () => {
    await write(MEETING, { text: 'lest før' });
    for (const known of ['*', '"0"', (await ask(notes(MEETING), { as: LEADER })).headers.get('etag') ?? '*'])
      expect((await ask(notes(MEETING), { as: LEADER, headers: { 'if-none-match': known } })).status).toBe(200);
  });

  test('reports at once that the municipality’s read model is stopped', async () => {
    example.freshAt.halted = true;
    const problem = await problemOf('/api/meetings/search?after=8', { as: LEADER });
    example.freshAt.halted = false;
    expect(problem).toMatchObject({ status: 503, type: 'urn:samspill:problem:halted' });
    expect(problem.detail).toContain('står stille');
  });
});

describe('every response', () => {
  test.each([['/health/live'], ['/api/nothing'], ['/api/openapi.json']])(
    '%s is private and reveals little',
    async (path) => {
      const { headers } = await ask(path);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('strict-transport-security')).toBeNull();
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    },
  );
});
