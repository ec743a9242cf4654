import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { sweepTasksOf } from '../../apps/composition/src/index.js';
import { urlOf } from '#platform/database';
import { dayOf } from '#platform/kernel';
import { NUMBER, personOf, tellStory } from '../routes/rights.municipality.js';
import type { AskerName } from '../routes/rights.table.js';
import { startApi, type RunningApi } from '../running-api.js';
import { StreamReader } from './stream-reader.js';

// Sessions that are ended, with two processes of the API on one database. Streams send no heartbeat, at which they would
// also learn that their session has ended: they learn it from the end itself.

let first: RunningApi;
let second: Awaited<ReturnType<RunningApi['startBeside']>>;
const open: StreamReader[] = [];

beforeAll(async () => {
  first = await startApi('2026-11-22T08:00:00Z', ({ events }) => tellStory(events), {
    beatMs: 3_600_000,
    changesEveryMs: 50,
  });
  await first.settled();
  second = await first.startBeside();
}, 60_000);
afterEach(() => {
  for (const reader of open.splice(0)) reader.leave();
});
afterAll(async () => {
  await second.close();
  await first.close();
});

const signIn = (who: AskerName) => first.cookie(NUMBER, personOf(who));
async function follow(cookie: string, at: string) {
  const reader = await StreamReader.open(`${at}/api/live`, cookie);
  open.push(reader);
  return reader;
}
const ask = (cookie: string, method: string, path: string, at = first.url, body?: object) =>
  fetch(`${at}${path}`, {
    method,
    headers: { cookie, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
const statusOf = async (cookie: string, at = first.url) => (await ask(cookie, 'GET', '/api/session', at)).status;

/** Registers a person, which the stream must tell of: it is still open then. */
async function goesOn(stream: StreamReader): Promise<void> {
  const seen = stream.received.length;
  const body = { name: 'Ny Demo', email: null, title: null };
  expect((await ask(await signIn('coordinator'), 'POST', '/api/people', first.url, body)).status).toBe(200);
  await stream.until(({ event }) => event === 'changed', seen);
}

describe('in every process, the next request is refused and the streams end', () => {
  test('when the person signs out; other sessions of the person go on', async () => {
    const [ended, other] = [await signIn('leaderThere'), await signIn('leaderThere')];
    const streams = [await follow(ended, first.url), await follow(ended, second.url)];
    const going = await follow(other, second.url);
    expect((await ask(ended, 'DELETE', '/api/session')).status).toBe(200);
    expect([await statusOf(ended), await statusOf(ended, second.url)]).toEqual([401, 401]);
    expect(await Promise.all(streams.map(({ over }) => over))).toEqual([true, true]);
    expect(await statusOf(other, second.url)).toBe(200);
    await goesOn(going);
  });

  test('when the person signs in again in the same browser', async () => {
    const before = await signIn('coordinator');
    const stream = await follow(before, second.url);
    const chosen = { personId: personOf('leaderHere') };
    const response = await ask(before, 'POST', '/api/session', first.url, { ...chosen, municipality: NUMBER });
    expect(response.status).toBe(200);
    const cookie = response.headers.get('set-cookie')!.split(';')[0]!;
    expect(await stream.over).toBe(true);
    expect([await statusOf(before, second.url), await statusOf(cookie, second.url)]).toEqual([401, 200]);
  });

  test('when the person ends another session of their own, or all others', async () => {
    const [here, lost, forgotten] = [await signIn('pptHere'), await signIn('pptHere'), await signIn('pptHere')];
    const streams = [await follow(lost, second.url), await follow(forgotten, second.url)];
    const { items } = (await (await ask(here, 'GET', '/api/sessions')).json()) as Listed;
    expect(items.filter(({ current }) => current)).toHaveLength(1);
    const sessionId = ((await (await ask(lost, 'GET', '/api/sessions')).json()) as Listed).items.find(
      ({ current }) => current,
    )!.sessionId;
    expect((await ask(here, 'DELETE', `/api/sessions/${sessionId}`)).status).toBe(200);
    expect(await streams[0]!.over).toBe(true);
    expect(await Promise.all([here, lost, forgotten].map((each) => statusOf(each, second.url)))).toEqual([
      200, 401, 200,
    ]);
    const rest = await ask(here, 'DELETE', '/api/sessions');
    expect(await rest.json()).toEqual({ ended: 1 });
    expect(await streams[1]!.over).toBe(true);
    expect([await statusOf(here), await statusOf(forgotten)]).toEqual([200, 401]);
  });

  test('when the coordinator ends all sessions of the person', async () => {
    const sessions = [await signIn('teacherHere'), await signIn('teacherHere')];
    const streams = await Promise.all(sessions.map((cookie) => follow(cookie, second.url)));
    const path = `/api/people/${personOf('teacherHere')}/sessions`;
    const response = await ask(await signIn('coordinator'), 'DELETE', path);
    expect([response.status, await response.json()]).toEqual([200, { ended: 2 }]);
    expect(await Promise.all(streams.map(({ over }) => over))).toEqual([true, true]);
    expect(await Promise.all(sessions.map((cookie) => statusOf(cookie, second.url)))).toEqual([401, 401]);
    const recorded = await first.installation.events.read(NUMBER, `signout-${personOf('teacherHere')}`);
    expect(recorded.map(({ type, data, metadata }) => [type, data, metadata.actor])).toEqual([
      [
        'sign-in.SignedOutByOther',
        { personId: personOf('teacherHere'), on: dayOf(first.clock.now()) },
        personOf('coordinator'),
      ],
    ]);
    expect((await ask(await signIn('leaderHere'), 'DELETE', path)).status).toBe(403);
  });

  test('when the session ended while the connection between the processes was cut', async () => {
    const cookie = await signIn('nurseNowhere');
    const stream = await follow(cookie, second.url);
    const client = new pg.Client({ connectionString: urlOf(first.installation.dataSource) });
    await client.connect();
    const cut = `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()
        and (query = 'listen samspill_signals' or query like '%pg_notify($1, $2)%')`;
    expect((await client.query(cut)).rowCount).toBeGreaterThan(0);
    await client.end();
    expect((await ask(cookie, 'DELETE', '/api/session')).status).toBe(200);
    expect(await stream.over).toBe(true);
  });
});

describe('a session of another', () => {
  test('is neither shown nor ended', async () => {
    const [own, theirs] = [await signIn('leaderHere'), await signIn('chairHere')];
    const { items } = (await (await ask(theirs, 'GET', '/api/sessions')).json()) as Listed;
    const { sessionId } = items.find(({ current }) => current)!;
    const listed = (await (await ask(own, 'GET', '/api/sessions')).json()) as Listed;
    expect(listed.items.map((each) => each.sessionId)).not.toContain(sessionId);
    // The same answer as for one that has ended meanwhile.
    expect(await (await ask(own, 'DELETE', `/api/sessions/${sessionId}`)).json()).toEqual({ ended: 0 });
    expect(await statusOf(theirs)).toBe(200);
    expect((await ask(own, 'DELETE', '/api/sessions/x')).status).toBe(400);
  });
});

test('the sweep removes a session that has expired, and its stream ends', async () => {
  const now = first.clock.now();
  const cookie = await signIn('leaderThere');
  const stream = await follow(cookie, second.url);
  first.clock.set(new Date(now.getTime() + 25 * 3_600_000));
  const tasks = sweepTasksOf(first.app, first.installation).filter(({ name }) => name === 'expired-sessions');
  expect(tasks).toHaveLength(1);
  await tasks[0]!.run(NUMBER, first.clock.now(), new AbortController().signal);
  expect(await stream.over).toBe(true);
  // It is gone, and not only too old.
  first.clock.set(now);
  expect(await statusOf(cookie)).toBe(401);
});

interface Listed {
  readonly items: readonly { readonly sessionId: string; readonly current: boolean }[];
}
