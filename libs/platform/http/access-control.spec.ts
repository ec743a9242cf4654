import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { askerOf, notes } from './http-client.examples.js';
import {
  clock,
  COORDINATOR,
  GapController,
  LEADER,
  MERGED,
  TEACHER,
  startExample,
  type Example,
} from './http.examples.js';
import { MEETING, OTHER_MEETING } from './notes.examples.js';

let example: Example;
const NOW = new Date('2026-11-22T08:00:00Z');
const { ask, problemOf, write } = askerOf(() => example);

beforeAll(async () => {
  example = await startExample();
});
afterAll(() => example.app.close());
afterEach(() => clock.set(NOW));

describe('access to the API', () => {
  test('is refused without a session', async () => {
    expect((await problemOf(notes(MEETING))).status).toBe(401);
    expect((await problemOf(notes(MEETING), { headers: { cookie: 'samspill-session=forged' } })).status).toBe(401);
  });

  test('is refused with the same answer whether the resource exists or not', async () => {
    const there = await problemOf(notes(OTHER_MEETING), { as: LEADER });
    const notThere = await problemOf(notes(randomUUID()), { as: LEADER });
    expect(there).toEqual({ ...notThere, instance: there.instance });
    expect(there.status).toBe(403);
  });

  test('is refused to a role without the right', async () => {
    expect((await problemOf(notes(MEETING), { as: TEACHER })).status).toBe(403);
    expect((await problemOf(notes(MEETING), { as: COORDINATOR, body: { text: 'hei' } })).status).toBe(403);
  });

  test('is refused from the day after the last role has ended', async () => {
    expect((await ask('/api/meetings/search', { as: TEACHER })).status).toBe(200);
    const cookie = await example.cookie(TEACHER);
    clock.set(new Date('2026-11-30T22:59:00Z'));
    const later = await example.cookie(TEACHER);
    expect((await ask('/api/meetings/search', { headers: { cookie: later } })).status).toBe(200);
    clock.set(new Date('2026-11-30T23:00:00Z'));
    const { status, headers } = await ask('/api/meetings/search', { headers: { cookie: later } });
    expect(status).toBe(401);
    expect(headers.get('set-cookie')).toContain('Max-Age=0');
    expect(cookie).not.toBe(later);
  });

  test('of a merged municipality is refused with where its work continues, in its own form of Norwegian', async () => {
    const cookie = await example.cookie(LEADER, MERGED);
    const headers = { cookie };
    expect((await problemOf(notes(MEETING), { headers })).detail).toBe('Arbeidet held fram i Nordfjord. Logg inn der.');
    const inBokmal = await problemOf(notes(MEETING), { headers: { cookie, 'accept-language': 'nb' } });
    expect(inBokmal.detail).toBe('Arbeidet fortsetter i Nordfjord. Logg inn der.');
  });

  test('includes nothing of another municipality', async () => {
    const meeting = MEETING;
    await write(meeting, { text: 'vårt' });
    const theirs = await ask(notes(meeting), { as: COORDINATOR, tenant: '8888' });
    expect(theirs.json).toMatchObject({ texts: [] });
    // A meeting of the same id in the other municipality is a meeting of its own.
    await ask(notes(meeting), { as: LEADER, tenant: '8888', body: { text: 'deres' } });
    const [ours] = await example.store.read('9999', `note-${meeting}`);
    expect(ours!.data).toMatchObject({ text: 'vårt' });
    expect((await example.store.read('8888', `note-${meeting}`)).map(({ data }) => data)).toMatchObject([
      { text: 'deres' },
    ]);
  });

  test('requires the same origin for changes from browsers', async () => {
    const host = example.url;
    const from = (headers: Record<string, string>) =>
      write(MEETING, { text: 'hei' }, headers).then(({ status }) => status);
    expect(await from({ origin: 'https://evil.example' })).toBe(403);
    expect(await from({ origin: 'null' })).toBe(403);
    expect(await from({ 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await from({ 'sec-fetch-site': 'same-site' })).toBe(403);
    expect(await from({ origin: host, 'sec-fetch-site': 'same-origin' })).toBe(200);
  });

  test('accepts a file where one is expected, but never a form', async () => {
    const send = (type: string) =>
      ask('/api/meetings/file', { as: LEADER, method: 'POST', body: 'a;b', headers: { 'content-type': type } });
    expect((await send('text/csv')).json).toEqual({ bytes: 3 });
    expect((await send('application/octet-stream')).json).toEqual({ bytes: 3 });
    for (const form of ['text/plain', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded'])
      expect((await send(form)).status).toBe(415);
  });

  test('cannot be started with an unguarded route', async () => {
    await expect(startExample({ controllers: [GapController] })).rejects.toThrow(/GapController.read says neither/);
  });
});

describe('a session', () => {
  test('is begun with a cookie that is hidden from scripts and other sites', async () => {
    const { headers } = await ask('/api/session', { body: {} });
    expect(headers.get('set-cookie')).toMatch(
      /^samspill-session=9999\.[\w-]{43}; Max-Age=86400; Path=\/; HttpOnly; SameSite=Lax$/,
    );
  });

  test('expires eight hours after its last use', async () => {
    const [used, unused] = [await example.cookie(LEADER), await example.cookie(LEADER)];
    const search = async (cookie: string) => (await ask('/api/meetings/search', { headers: { cookie } })).status;
    clock.set(new Date(NOW.getTime() + 7.9 * 3_600_000));
    expect(await search(used)).toBe(200);
    clock.set(new Date(NOW.getTime() + 8.1 * 3_600_000));
    expect([await search(used), await search(unused)]).toEqual([200, 401]);
  });

  test('is the same cookie as long as it lasts', async () => {
    const { headers } = await ask('/api/meetings/search', { as: LEADER });
    expect(headers.get('set-cookie')).toBeNull();
  });

  test('is not lost while the database is away: the request is answered so, in the language of the asker', async () => {
    const away = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED', syscall: 'connect' });
    const cookie = await example.cookie(LEADER);
    const search = () => ask('/api/meetings/search', { headers: { cookie, 'accept-language': 'nn' } });
    const use = jest.spyOn(example.sessions, 'use').mockRejectedValueOnce(away);
    const { status, headers, json } = await search();
    use.mockRestore();
    expect([status, headers.get('set-cookie'), headers.get('content-language')]).toEqual([503, null, 'nn']);
    expect(json).toMatchObject({ type: 'urn:samspill:problem:unavailable' });
    expect((await search()).status).toBe(200);
  });

  test('that has ended is refused at the next request', async () => {
    const cookie = await example.cookie(LEADER);
    expect((await ask('/api/meetings/search', { headers: { cookie } })).status).toBe(200);
    await example.sessions.endAll({ tenant: '9999', personId: LEADER });
    const refused = await problemOf('/api/meetings/search', { headers: { cookie, 'accept-language': 'nn' } });
    expect([refused.status, refused.detail]).toEqual([401, 'Logg inn og prøv igjen.']);
  });
});
