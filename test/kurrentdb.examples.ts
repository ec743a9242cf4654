import { jsonEvent, KurrentDBClient } from '@kurrent/kurrentdb-client';
import { expect, test } from '@jest/globals';
import pg from 'pg';
import { makeDemo } from '../apps/cli/src/demo/make-demo.js';
import { runHere } from '../apps/cli/src/cli.examples.js';
import { openInstallation } from '../apps/composition/src/index.js';
import { readEnvironment } from '#platform/environment';
import { KurrentEventStore, type StoredSkipRanges, type SkipRange } from '#platform/event-store-kurrentdb';
import { anEvent, appended, aStream, LogReader } from '#platform/event-store/contract';
import { systemClock } from '#platform/kernel';
import { aLogName } from '../libs/platform/event-store-kurrentdb/log-name.examples.js';
import { freshDatabase } from './postgres.js';

interface Noise {
  readonly appends: number;
  /** Events of one append. */
  readonly events: number;
  /** Size of one event's data. */
  readonly bytes: number;
}

/** Long enough that a search through it is worth remembering, and that the server sends checkpoints. */
const LONG: Noise = { appends: 12, events: 60, bytes: 8_000 };

/** More events than the server can search in a moment. */
const MANY: Noise = { appends: 40, events: 2_500, bytes: 20 };

/** Appends events of other logs on the same server. */
async function strangersWrite(url: string, { appends, events, bytes } = LONG): Promise<void> {
  const client = KurrentDBClient.connectionString(url);
  const data = { noise: 'x'.repeat(bytes) };
  for (let append = 0; append < appends; append += 1)
    await client.appendToStream(
      `${aLogName()}-stranger`,
      Array.from({ length: events }, () => jsonEvent({ type: 'Noise', data })),
    );
  await client.dispose();
}

const shelfOf = (kept: SkipRange[]): StoredSkipRanges => ({
  all: () => Promise.resolve(kept),
  keep: (range) => Promise.resolve(void kept.push(range)),
});

/**
 * Stores a skip range as if the log of this name had been followed on another server, with a long stretch of other
 * events.
 */
async function rememberOfAnother(databaseUrl: string, log: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(
    `insert into kurrentdb_passage values ($1, 0, 1e15) on conflict (log, from_position) do update set to_position = 1e15`,
    [log],
  );
  await client.end();
}

/** Guarantees of the log in KurrentDB beyond the contract, on the server at `url`. */
export function kurrentSpecification(url: string): void {
  test('KurrentDB: a long range of foreign events is read once, and skipped by later processes', async () => {
    const log = aLogName();
    const kept: SkipRange[] = [];
    const open = () => new KurrentEventStore({ url, clock: systemClock, log, skipRanges: shelfOf(kept) });
    const store = open();
    const first = await appended(store, aStream(), 'no-stream', [anEvent()]);
    const reader = new LogReader(store, 0n);
    await reader.until(1);
    while (!kept.some(({ from }) => from === first.position)) await strangersWrite(url);
    const event = anEvent();
    const second = await appended(store, aStream(), 'no-stream', [event]);
    await reader.until(2);
    expect((await reader.stop()).at(-1)!.id).toBe(event.id);
    await store.close();

    const later = open();
    expect(await later.head()).toBe(second.position);
    const read: bigint[] = [];
    for await (const page of later.readAll({ after: 0n, batchSize: 1 }))
      read.push(...page.map(({ position }) => position));
    expect(read).toEqual([first.position, second.position]);
    await later.close();
  }, 60_000);

  test('KurrentDB: a range of foreign events longer than one wait is crossed, by pages and when finding the end of the log', async () => {
    const log = aLogName();
    const writer = new KurrentEventStore({ url, clock: systemClock, log });
    const stream = aStream();
    const first = await appended(writer, stream, 'no-stream', [anEvent()]);
    await strangersWrite(url, MANY);
    const second = await appended(writer, stream, 0n, [anEvent()]);
    await writer.close();

    const kept: SkipRange[] = [];
    // A store without skip ranges, and without time for a read to find anything.
    const hasty = () =>
      new KurrentEventStore({ url, clock: systemClock, log, silentMs: 10, skipRanges: shelfOf(kept) });
    const reading = hasty();
    const read: bigint[] = [];
    for await (const page of reading.readAll({ after: 0n })) read.push(...page.map(({ position }) => position));
    expect(read).toEqual([first.position, second.position]);
    expect(kept.filter(({ from, to }) => from === first.position && to < second.position)).not.toEqual([]);
    await strangersWrite(url, MANY);
    expect(await reading.head()).toBe(second.position);
    await reading.close();
    expect(kept.some(({ from }) => from === second.position)).toBe(true);

    kept.length = 0;
    const asking = hasty();
    expect(await asking.head()).toBe(second.position);
    await strangersWrite(url, MANY);
    expect(await asking.head()).toBe(second.position);
    await asking.close();
  }, 120_000);

  test('KurrentDB: an invalid position is resolved from the beginning', async () => {
    const store = new KurrentEventStore({ url, clock: systemClock, log: aLogName() });
    const stream = aStream();
    const one = await appended(store, stream, 'no-stream', [anEvent()]);
    const other = await appended(store, stream, 0n, [anEvent()]);
    const after = async (position: bigint) => {
      const found: bigint[] = [];
      for await (const page of store.readAll({ after: position })) found.push(...page.map((event) => event.position));
      return found;
    };
    expect(await after(one.position - 1n)).toEqual([one.position, other.position]);
    expect(await after(one.position + 1n)).toEqual([other.position]);
    expect(await after(other.position + 1_000_000n)).toEqual([]);
    await store.close();
  }, 60_000);

  test('KurrentDB: demo, verify, events and rebuild work over it, and the log moves there and back', async () => {
    const database = await freshDatabase();
    const here = database.environment;
    const there = { ...here, KURRENTDB_URL: url, KURRENTDB_LOG: aLogName() };
    const done = async (args: readonly string[], environment: Record<string, string>) => {
      const { code, out, err } = await runHere(args, environment);
      expect([args[0], code, code === 0 ? '' : err]).toEqual([args[0], 0, '']);
      return `${out}\n${err}`;
    };
    try {
      const installation = await openInstallation(readEnvironment(there));
      const quiet = {
        out: () => undefined,
        err: () => undefined,
        draw: () => undefined,
        interactive: false,
        width: 80,
      };
      const wish = {
        seed: 3,
        asOf: new Date('2026-11-21T09:00:00Z'),
        scale: { schools: 1, kindergartens: 1, schoolYears: 1 },
      };
      await makeDemo(installation, wish, { terminal: quiet, signal: new AbortController().signal });
      await installation.close();
      expect(await done(['verify'], there)).toMatch(/All is well: /);
      expect(await done(['events', '--stream', '9901/municipality-9901'], there)).toContain(
        'registry.MunicipalityRegistered',
      );
      await done(['rebuild'], there);
      await done(['move-log', '--from', 'kurrentdb', '--to', 'postgres'], there);
      await done(['rebuild'], here);
      expect(await done(['verify'], here)).toMatch(/All is well: /);
      await rememberOfAnother(database.ownerUrl, there.KURRENTDB_LOG);
      expect(await done(['move-log', '--from', 'postgres', '--to', 'kurrentdb'], there)).toMatch(/; 0 were copied now/);
      await done(['rebuild'], there);
      expect(await done(['verify'], there)).toMatch(/All is well: /);
    } finally {
      await database.drop();
    }
  }, 240_000);
}
