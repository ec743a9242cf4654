import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { urlOf } from '#platform/database';
import { EventCatalog, type NewEvent } from '#platform/event-store';
import { CalendarDate, MunicipalityNumber, PersonId, stableId } from '#platform/kernel';
import {
  DEFAULT_SETTINGS,
  municipalityEvents,
  MunicipalityRegistered,
  personEvents,
  PersonRegistered,
  RoleGiven,
} from '#registry/contract';
import { startApi, type RunningApi } from '../running-api.js';
import { NUMBER, personOf, tellStory, UNIT } from '../routes/rights.municipality.js';
import type { AskerName } from '../routes/rights.table.js';
import { StreamReader, type Heard } from './stream-reader.js';

// Two processes of the API on one database, with users of both.

const ELSEWHERE = MunicipalityNumber.parse('9903');
const neighbour = PersonId.parse(stableId('neighbour'));

let first: RunningApi;
let second: Awaited<ReturnType<RunningApi['startBeside']>>;
let meetingId: string;
const open: StreamReader[] = [];

beforeAll(async () => {
  first = await startApi('2026-11-22T08:00:00Z', ({ events }) => tellStory(events), {
    beatMs: 200,
    changesEveryMs: 50,
    mostOfOnePerson: 4,
  });
  await tellOfNeighbours();
  await first.settled();
  second = await first.startBeside();
  const planned = await change('leaderHere', 'POST', '/api/meetings', {
    unitIds: [UNIT.here],
    on: '2026-12-10',
    startsAt: '12:00',
    reason: 'Hastesak',
  });
  meetingId = planned['id'] as string;
  await first.settled();
}, 60_000);
afterEach(async () => {
  for (const reader of open.splice(0)) reader.leave();
  for (const { url } of [first, second]) await isOpen(url, 0);
});
afterAll(async () => {
  await second.close();
  await first.close();
});

/** Another municipality, with one person. */
async function tellOfNeighbours() {
  const catalog = new EventCatalog(municipalityEvents, personEvents);
  const registered = { number: ELSEWHERE, name: 'Nabovik', languageForm: 'nb', demo: true } as const;
  const nowhere = { unitId: null, serviceId: null, serviceUnitId: null };
  const given = { roleId: stableId('role'), role: 'coordinator', from: CalendarDate.parse('2020-08-01') } as const;
  await append(`municipality-${ELSEWHERE}`, MunicipalityRegistered({ ...registered, settings: DEFAULT_SETTINGS }));
  await append(
    `person-${neighbour}`,
    PersonRegistered({ personId: neighbour, name: 'Nabo', email: null, title: null }),
    RoleGiven({ ...nowhere, ...given, to: null }),
  );

  async function append(stream: string, ...events: Parameters<typeof catalog.encode>[1][]) {
    const encoded = events.map((event, i) => catalog.encode(stableId(stream, i), event, metadata(stream)));
    await first.installation.events.append(ELSEWHERE, stream, 'no-stream', encoded as [NewEvent, ...NewEvent[]]);
  }
}
const metadata = (request: string) => ({
  commandId: stableId(request),
  request,
  correlationId: stableId(request),
  actor: 'system:specification',
  occurredAt: '2026-11-22T08:00:00.000Z',
});

/** Waits until a process reports this many open streams in its metrics. */
async function isOpen(url: string, streams: number) {
  const deadline = performance.now() + 20_000;
  for (let figures = ''; !new RegExp(`^samspill_live_streams ${streams}$`, 'm').test(figures);) {
    if (performance.now() > deadline) throw new Error(`There are never ${streams} streams: ${figures}`);
    figures = await (await fetch(`${url}/metrics`)).text();
  }
}

const cookieOf = (who: AskerName | 'neighbour') =>
  who === 'neighbour' ? first.cookie(ELSEWHERE, neighbour) : first.cookie(NUMBER, personOf(who));

/** Opens a stream at one of the processes. */
async function follow(
  who: AskerName | 'neighbour',
  { at = first.url, path = '/api/live', since }: { at?: string; path?: string; since?: string } = {},
) {
  const reader = await StreamReader.open(`${at}${path}`, await cookieOf(who), since);
  open.push(reader);
  return reader;
}
const draft = () => `/api/meetings/${meetingId}/draft`;
const watchDraft = (who: AskerName, at = first.url) => follow(who, { at, path: `${draft()}/live` });

async function ask(
  who: AskerName | 'neighbour',
  method: string,
  path: string,
  { at = first.url, body, match = '' }: { at?: string; body?: unknown; match?: string } = {},
) {
  const headers = {
    cookie: await cookieOf(who),
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(match && { 'if-match': match }),
  };
  return fetch(`${at}${path}`, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
}
async function change(who: AskerName | 'neighbour', method: string, path: string, body: unknown, more: object = {}) {
  const response = await ask(who, method, path, { body, ...more });
  const answer = (await response.json()) as Record<string, unknown>;
  if (response.status !== 200) throw new Error(`${path}: ${JSON.stringify(answer)}`);
  return answer;
}
/** Writes to the draft on its latest revision; returns the new one. */
async function write(who: AskerName, place: string, at = first.url): Promise<string> {
  const now = (await (await ask(who, 'GET', draft(), { at })).json()) as { revision: string; draft: object };
  const body = { ...now.draft, place };
  return (await change(who, 'PUT', draft(), body, { at, match: `"${now.revision}"` }))['revision'] as string;
}
const register = (who: AskerName | 'neighbour', name: string) =>
  change(who, 'POST', '/api/people', { name, email: null, title: null });

const changedOf = (kind: string) => (message: Heard) =>
  message.event === 'changed' && (message.data['kinds'] as string[]).includes(kind);
const present =
  (...expected: readonly (readonly [AskerName, string | null])[]) =>
  (message: Heard) =>
    message.event === 'presence' &&
    JSON.stringify(
      (message.data['people'] as { name: string; field: string | null }[]).map((it) => [it.name, it.field]),
    ) === JSON.stringify(expected);

describe('a change', () => {
  test('is sent in every process, once it can be read, and only to its own municipality', async () => {
    const here = await follow('teacherHere', { at: second.url });
    const there = await follow('neighbour');
    const person = await register('coordinator', 'Ny Demo');
    const change = await here.until(changedOf('person'));
    expect(change).toEqual({
      event: 'changed',
      data: { position: change.id, kinds: ['person'], everything: false },
      id: change.id,
    });
    const read = await ask('teacherHere', 'GET', `/api/people/${person['id'] as string}`, { at: second.url });
    expect(read.status).toBe(200);
    // The neighbours are told of their own change, and of nothing before it.
    await register('neighbour', 'Ny Nabo');
    await there.until(changedOf('person'));
    const changes = there.received.filter(({ event }) => event === 'changed');
    expect(changes.map(({ data }) => BigInt(data['position'] as string) > BigInt(change.id!))).toEqual([true]);
  });

  test('is sent as kinds and a position, without personal data', async () => {
    const reader = await follow('coordinator');
    await register('coordinator', 'Hemmelig Navnesen');
    await reader.until(changedOf('person'));
    expect(JSON.stringify(reader.received)).not.toContain('Navnesen');
  });

  test('is sent after an interruption by kind; after a longer one than the buffer, as all kinds', async () => {
    const before = await follow('coordinator');
    const { id } = before.received[0]!;
    before.leave();
    const witness = await follow('leaderHere');
    await register('coordinator', 'Imens Demo');
    await witness.until(changedOf('person'));
    const after = await follow('coordinator', { since: id! });
    expect((await after.until(({ event }) => event === 'changed')).data).toMatchObject({
      kinds: ['person'],
      everything: false,
    });
    const long = await follow('coordinator', { since: '1' });
    expect((await long.until(({ event }) => event === 'changed')).data).toMatchObject({ kinds: [], everything: true });
    const fresh = await follow('coordinator', { since: after.received.at(-1)!.id! });
    expect(fresh.received).toHaveLength(1);
  });
});

describe('a draft that several write on', () => {
  test('announces each save to the others by name, in any process', async () => {
    const reader = await watchDraft('leaderHere', second.url);
    const revision = await write('pptHere', 'rom 1');
    const saved = await reader.until(({ event, data }) => event === 'draft' && data['revision'] === revision);
    expect(saved.data).toEqual({
      revision,
      savedBy: { personId: personOf('pptHere'), name: 'pptHere' },
      savedAt: '2026-11-22T08:00:00.000Z',
    });
    // Later readers, and reconnecting ones, get the current state at once.
    const late = await watchDraft('chairHere');
    await late.until(({ event, data }) => event === 'draft' && data['revision'] === revision);
  });

  test('announces who else is editing, in which field, and that they have left', async () => {
    const leader = await watchDraft('leaderHere');
    const adviser = await watchDraft('pptHere', second.url);
    await leader.until(present(['pptHere', null]));
    await adviser.until(present(['leaderHere', null]));
    await change('pptHere', 'POST', `${draft()}/presence`, { field: 'actions.0.text' }, { at: second.url });
    await leader.until(present(['pptHere', 'actions.0.text']));
    const seen = leader.received.length;
    adviser.leave();
    await leader.until(present(), seen);
  });

  test('removes an editor without further signals', async () => {
    const leader = await watchDraft('leaderHere');
    await change('pptHere', 'POST', `${draft()}/presence`, { field: 'place' }, { at: second.url });
    const there = await leader.until(present(['pptHere', 'place']));
    await leader.until(present(), leader.received.indexOf(there));
  });

  test('refuses a text in place of a field’s name', async () => {
    const body = { field: 'Kari Nordmann er syk' };
    expect((await ask('pptHere', 'POST', `${draft()}/presence`, { body })).status).toBe(400);
  });

  test('announces what was saved while the connection between the processes was cut', async () => {
    const reader = await watchDraft('leaderHere', second.url);
    const client = new pg.Client({ connectionString: urlOf(first.installation.dataSource) });
    await client.connect();
    const cut = `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()
        and (query = 'listen samspill_signals' or query like '%pg_notify($1, $2)%')`;
    expect((await client.query(cut)).rowCount).toBeGreaterThan(0);
    await client.end();
    const revision = await write('pptHere', 'rom 2');
    await reader.until(({ event, data }) => event === 'draft' && data['revision'] === revision);
  });

  test('is not announced to a person without the right to write in it', async () => {
    for (const who of ['teacherHere', 'leaderThere', 'coordinator'] as const)
      expect((await ask(who, 'GET', `${draft()}/live`)).status).toBe(403);
  });
});

describe('a stream ends', () => {
  test('when the right is lost', async () => {
    const reader = await watchDraft('chairHere');
    const chair = `/api/people/${personOf('chairHere')}`;
    const { roles } = (await (await ask('coordinator', 'GET', chair)).json()) as { roles: { roleId: string }[] };
    const path = `${chair}/roles/${roles[0]!.roleId}/end`;
    await change('coordinator', 'PUT', path, { on: '2026-11-21' });
    expect(await reader.over).toBe(true);
    expect((await ask('chairHere', 'GET', `${draft()}/live`)).status).toBe(401);
  });

  test('when the session is over', async () => {
    const reader = await follow('coordinator');
    const cookie = await cookieOf('coordinator');
    first.clock.set(new Date('2026-11-22T16:00:01Z'));
    expect(await reader.over).toBe(true);
    expect((await fetch(`${first.url}/api/live`, { headers: { cookie } })).status).toBe(401);
  });

  test('is refused when a person has too many', async () => {
    for (let i = 0; i < 4; i += 1) await follow('pptHere');
    const { status, headers } = await ask('pptHere', 'GET', '/api/live');
    expect([status, headers.get('content-type')]).toEqual([429, expect.stringContaining('application/problem+json')]);
    await isOpen(first.url, 4);
  });

  test('at once and without an error when the process stops', async () => {
    const third = await first.startBeside();
    const streams = await Promise.all([follow('pptHere', { at: third.url }), watchDraft('leaderHere', third.url)]);
    await third.close();
    expect(await Promise.all(streams.map(({ over }) => over))).toEqual([true, true]);
  });
});
