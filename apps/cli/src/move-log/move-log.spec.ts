import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '../../../../test/postgres.js';
import { kurrentLog, openLogs, postgresLog, type LogEngine, type OpenLogs } from '../../../composition/src/index.js';
import { dedicatedConnection } from '#platform/database';
import { readEnvironment } from '#platform/environment';
import { InMemoryEventStore, InMemoryLog, type EventStore, type NewEvent } from '#platform/event-store';
import { anEvent, appended, aStream, idsOf } from '#platform/event-store/contract';
import { followLog, takeLease } from '#platform/followers';
import { SettableClock } from '#platform/kernel';
import { runHere } from '../cli.examples.js';
import { EXIT } from '#platform/process';
import { copyLog } from './copy-log.js';
import { moveLog } from './move-log.js';
import { positionsInLog } from './policy-positions.js';
import { compareLogs } from './compare-logs.js';

const running = new AbortController().signal;
const clock = new SettableClock(new Date('2026-11-22T09:30:00Z'));

/** A log of two tenants, with an append of several events and streams that alternate. */
async function aLog(store: EventStore, rounds = 5): Promise<void> {
  const streams = ['3203', '1577'].map((tenant) => ({ tenant, name: aStream() }));
  for (let round = 0; round < rounds; round += 1)
    for (const { tenant, name } of streams) {
      const expected = round === 0 ? 'no-stream' : BigInt(2 * round - 1);
      clock.set(new Date(clock.now().getTime() + 1_000));
      const commandId = anEvent().metadata.commandId;
      const [one, other] = [anEvent({ round }), anEvent({ og: 'øæå' })];
      const both = [one, other].map((event) => ({ ...event, metadata: { ...event.metadata, commandId } }));
      await appended(store, name, expected, [both[0]!, both[1]!], tenant);
    }
}
async function eventsOf(store: EventStore) {
  const events = [];
  for await (const page of store.readAll({ after: 0n })) events.push(...page);
  return events;
}
const inMemory = () => new InMemoryEventStore(clock, new InMemoryLog());

describe('a copied log', () => {
  test('has the same events with the same recording times', async () => {
    const [source, target] = [inMemory(), inMemory()];
    await aLog(source);
    const wanted = await eventsOf(source);
    expect(await copyLog(source, { events: target, clock, lanes: 1 }, new Map(), running)).toBe(20);
    expect(await eventsOf(target)).toEqual(wanted);
    const { same, differences, onlyHere, onlyThere } = await compareLogs(source, target, running);
    expect([...same]).toEqual([
      ['3203', 10],
      ['1577', 10],
    ]);
    expect([differences, onlyHere, onlyThere]).toEqual([[], 0, 0]);
  });

  test('is continued after an interruption', async () => {
    const [source, target] = [inMemory(), inMemory()];
    await aLog(source);
    const stop = new AbortController();
    const broken = copyLog(
      source,
      { events: interruptedAfter(3, target, stop), clock, lanes: 8 },
      new Map(),
      stop.signal,
    );
    await expect(broken).rejects.toThrow();
    const { same, onlyHere } = await compareLogs(source, target, running);
    expect(onlyHere).toBeGreaterThan(0);
    expect(await copyLog(source, { events: target, clock, lanes: 8 }, same, running)).toBe(onlyHere);
    expect(await compareLogs(source, target, running)).toMatchObject({ differences: [], onlyHere: 0, onlyThere: 0 });
  });

  test('differs from a log with other bytes, another order or more events', async () => {
    const source = inMemory();
    const [a, b] = [anEvent({ a: 1, b: 2 }), anEvent()];
    await appended(source, 'meeting-1', 'no-stream', [a, b]);
    const differing = async (events: readonly [NewEvent, ...NewEvent[]]) => {
      const target = inMemory();
      await appended(target, 'meeting-1', 'no-stream', events);
      const { differences, onlyHere, onlyThere } = await compareLogs(source, target, running);
      return { at: differences[0]?.there, onlyHere, onlyThere };
    };
    expect(await differing([a, b])).toEqual({ at: undefined, onlyHere: 0, onlyThere: 0 });
    expect(await differing([{ ...a, data: { b: 2, a: 1 } }, b])).toMatchObject({ at: 1n });
    expect(await differing([b, a])).toMatchObject({ at: 1n });
    expect(await differing([a, { ...b, schemaVersion: 2 }])).toMatchObject({ at: 2n });
    expect(await differing([a, b, anEvent()])).toEqual({ at: undefined, onlyHere: 0, onlyThere: 1 });
    expect(await differing([a])).toEqual({ at: undefined, onlyHere: 1, onlyThere: 0 });
  });

  test('has policy positions that leave out no event, whatever the order of the tenants', async () => {
    const [source, target] = [inMemory(), inMemory()];
    const tenants = ['3203', '1577', '3203', '1577', '3203'];
    const events = tenants.map(() => anEvent());
    const write = (store: EventStore, i: number) =>
      appended(store, `meeting-${i}`, 'no-stream', [events[i]!], tenants[i]);
    for (const i of tenants.keys()) await write(source, i);
    for (const i of [1, 3, 0, 2, 4]) await write(target, i);
    const places = (position: bigint) => positionsInLog(target, source, [{ name: 'policy', position }]);
    expect(await places(0n)).toEqual([{ name: 'policy', position: 0n }]);
    // One of 3203 is processed and one of 1577; in the target the second of 1577 comes before the first of 3203.
    expect(await places(2n)).toEqual([{ name: 'policy', position: 1n }]);
    expect(await places(4n)).toEqual([{ name: 'policy', position: 4n }]);
    expect(await places(5n)).toEqual([{ name: 'policy', position: 5n }]);
  });
});

/** Stops the copying after this many appends. */
function interruptedAfter(appends: number, store: EventStore, stop: AbortController): EventStore {
  let made = 0;
  return {
    read: (...read) => store.read(...read),
    readAll: (options) => store.readAll(options),
    subscribe: (options) => store.subscribe(options),
    head: () => store.head(),
    countAfter: (...count) => store.countAfter(...count),
    append: (...append) => {
      if ((made += 1) < appends) return store.append(...append);
      stop.abort(new Error('Stopped'));
      return Promise.reject(new Error('Stopped'));
    },
  };
}

describe('moving the followers of a log', () => {
  let database: FreshDatabase;
  let logs: OpenLogs;
  const kurrent = inMemory();
  /** A KurrentDB that works without a server. */
  const target = (): LogEngine => ({
    ...postgresLog(logs.database),
    name: 'the other',
    open: () => Object.assign(Object.create(kurrent) as EventStore, { close: () => Promise.resolve() }),
    identity: () => Promise.resolve({ engine: 'kurrentdb', name: 'samspill', origin: 'first@733' }),
  });
  const sentences: string[] = [];
  const cli = {
    terminal: {
      out: (line: string) => void sentences.push(line),
      err: () => undefined,
      draw: () => undefined,
      interactive: false,
      width: 80,
    },
    environment: {},
    signal: running,
  };
  beforeAll(async () => {
    database = await freshDatabase();
    await runHere(['migrate'], database.environment);
    logs = await openLogs(readEnvironment(database.environment));
  });
  afterAll(async () => {
    await logs.close();
    await database.drop();
  });
  const asRunner = async <T>(use: (client: Awaited<ReturnType<typeof dedicatedConnection>>) => Promise<T>) => {
    const client = await dedicatedConnection(database.url, 'samspill_runner');
    try {
      return await use(client);
    } finally {
      await client.end();
    }
  };
  const move = () => moveLog({ source: logs.postgres, target: target(), lanes: 4, database: logs.database }, cli);

  test('when the logs are equal, policies get their positions and read models are to be built', async () => {
    const store = logs.postgres.open(clock);
    await aLog(store);
    await store.close();
    await asRunner(async (client) => {
      await followLog(client, { engine: 'postgres', name: 'event' });
      await client.query(`insert into log_follower (kind, name, version, position, state)
        values ('policy', 'carry-on', 1, 7, 'following'), ('read-model', 'board', 3, 20, 'following')`);
    });
    await move();
    expect(sentences).toEqual(['20 events are the same in PostgreSQL and the other; 20 were copied now.']);
    await asRunner(async (client) => {
      const { rows } = await client.query(
        'select kind, name, version, position::int, state from log_follower order by kind',
      );
      expect(rows).toEqual([
        { kind: 'policy', name: 'carry-on', version: 1, position: 7, state: 'following' },
        { kind: 'read-model', name: 'board', version: 0, position: 0, state: 'building' },
      ]);
      expect(await followLog(client, { engine: 'postgres', name: 'event' })).toEqual({
        engine: 'kurrentdb',
        name: 'samspill',
        origin: 'first@733',
      });
      expect(await followLog(client, { engine: 'kurrentdb', name: 'samspill', origin: 'first@733' })).toBeUndefined();
      expect(await followLog(client, { engine: 'kurrentdb', name: 'samspill', origin: 'another@1' })).toBeDefined();
    });
  });

  test('a follower does not start on another log than the one it follows', async () => {
    const { code, err } = await runHere(['verify'], database.environment);
    expect(code).toBe(EXIT.refusedToStart);
    expect(err).toMatch(/^The read models and policies of this database follow the log called samspill .*move-log/);
  });

  test('nothing is moved while Samspill runs, or when the target log has other events', async () => {
    const lease = await takeLease(database.url, 'projections');
    expect(lease).toBeDefined();
    try {
      await expect(move()).rejects.toThrow('Samspill is at work in this database');
    } finally {
      await lease!.release();
    }
    await appended(kurrent, aStream(), 'no-stream', [anEvent()]);
    const before = idsOf(await eventsOf(kurrent));
    await expect(move()).rejects.toThrow(/^The log in the other holds something else .* Nothing was written\.$/);
    expect(idsOf(await eventsOf(kurrent))).toEqual(before);
  });
});

test('move-log lists its required settings', async () => {
  expect(await runHere(['move-log', '--from', 'postgres', '--to', 'postgres'])).toMatchObject({ code: EXIT.wrongUse });
  expect(await runHere(['move-log', '--from', 'postgres', '--to', 'kurrentdb'])).toMatchObject({
    code: EXIT.refusedToStart,
    err: 'KURRENTDB_URL is not set: it says which KurrentDB is meant.',
  });
});

test('an invalid KurrentDB address is reported in one sentence that does not quote it', async () => {
  const { code, err } = await runHere(['verify'], { KURRENTDB_URL: 'kurrentdb://ola:hem:melig@localhost' });
  expect(code).toBe(EXIT.refusedToStart);
  expect(err).toMatch(/^KURRENTDB_URL cannot be used: before the @ it needs user:password/);
  expect(err).not.toContain('melig');
  expect(() => kurrentLog('kurrentdb://', readEnvironment({}), undefined as never)).toThrow('KURRENTDB_URL');
});

test('a KurrentDB that does not answer is reported in one sentence, and nothing else is opened', async () => {
  const { code, err } = await runHere(['verify'], { KURRENTDB_URL: 'kurrentdb://ola:hemmelig@127.0.0.1:1?tls=false' });
  expect(code).toBe(EXIT.refusedToStart);
  expect(err).toBe(
    'KurrentDB at 127.0.0.1:1 cannot be used (nothing answers there): see to it, or correct KURRENTDB_URL.',
  );
});
