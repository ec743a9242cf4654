import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { Freshness, standings, type Happening } from '#platform/followers';
import { PostgresReadSide } from '#platform/database';
import { ProjectionRunner } from './projection-runner.js';
import { Bed, beds, gardenModels, openGarden, walk, type Garden } from './projections.examples.js';
import { rebuild, RebuildFailed } from './rebuild.js';
import { compareWithFreshFold } from './compare.js';
import type { ReadModel } from './read-model.js';

// Real servers, killed and taken over: slow where many tests share a machine.
jest.setTimeout(30_000);

let garden: Garden;
let freshness: Freshness;
let stopping: AbortController;
let running: Promise<void>[];
let happened: Happening[];

beforeEach(async () => {
  garden = await openGarden();
  freshness = freshnessOf(gardenModels);
  stopping = new AbortController();
  running = [];
  happened = [];
});
afterEach(async () => {
  stopping.abort();
  await Promise.all(running);
  await freshness.close();
  await garden.close();
});

const freshnessOf = (models: readonly ReadModel[]) =>
  new Freshness({ url: garden.url, readModels: models.map(({ name }) => name), policies: [] });

function start(readModels: readonly ReadModel[] = garden.readModels, signal = stopping.signal, batchSize = 40) {
  const runner = new ProjectionRunner({
    ...garden,
    readModels,
    batchSize,
    report: (it) => happened.push(it),
    moved: () => freshness.moved(),
  });
  const ended = runner.run(signal);
  running.push(ended);
  return ended;
}

/** With the log still empty there is nothing to build: every model follows from its first event. */
const begun = () =>
  until(async () => {
    const all = await standings(garden.source);
    return all.length === 2 && all.every(({ state }) => state === 'following');
  });

const differences = async (readModels = garden.readModels) =>
  (await compareWithFreshFold({ ...garden, readModels })).map(
    ({ differences, notCompared }) => notCompared ?? differences,
  );

/** Waits for what comes by itself; the test's own time limit ends a wait in vain. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await pause(20);
}

const broken = (model: ReadModel, type: string, when: (position: bigint) => boolean): ReadModel => ({
  ...model,
  on: {
    ...model.on,
    [type]: {
      rows: ({ stream }: { stream: string }) => [stream.slice('bed-'.length)],
      fold: (row: object | undefined, { position }: { position: bigint }) => {
        if (when(position)) throw new TypeError('Kari Nordmann is no number');
        return row;
      },
    },
  },
});

describe('read models', () => {
  test('follow the log and can be asked for what was just written', async () => {
    start();
    const position = await garden.work(walk(300));
    expect(await freshness.reached(position, 5_000)).toBe(true);
    expect(await differences()).toEqual([0, 0]);
    const mine = await new PostgresReadSide(garden.source).in('3203', (manager) => manager.find(Bed));
    expect(mine.length).toBeGreaterThan(10);
    expect(new Set(mine.map(({ municipality }) => municipality))).toEqual(new Set(['3203']));
  });

  test('answer in time that something cannot be seen yet', async () => {
    start();
    const position = await garden.work(walk(3));
    expect(await freshness.reached(position + 1n, 150)).toBe(false);
  });

  test('take every event once, though connections are cut in mid-batch and two runners take turns', async () => {
    const first = new AbortController();
    const one = start(gardenModels, first.signal, 7);
    start(gardenModels, stopping.signal, 7);
    const working = garden.work(walk(900));
    for (let cut = 0; cut < 8; cut += 1) {
      await pause(60);
      await garden.asOwner(`select pg_terminate_backend(pid) from pg_stat_activity
        where usename is not null and application_name = 'samspill' and query ~ 'log_follower|bed|plant_count' and pid <> pg_backend_pid()`);
    }
    first.abort();
    await one;
    const position = await working;
    expect(await freshness.reached(position, 10_000)).toBe(true);
    expect(happened.filter(({ what }) => what === 'fault').length).toBeGreaterThan(0);
    expect(await differences()).toEqual([0, 0]);
  });

  test('work in one process at a time, and a second takes over when the first ends', async () => {
    const first = new AbortController();
    const one = start(gardenModels, first.signal);
    await garden.work(walk(10));
    start();
    await pause(400);
    expect(happened.filter(({ what }) => what === 'leading')).toHaveLength(1);
    first.abort();
    await one;
    expect(await freshness.reached(await garden.work(walk(60).slice(10, 60)), 5_000)).toBe(true);
    expect(happened.filter(({ what }) => what === 'leading')).toHaveLength(2);
  });
});

describe('a read model that cannot take an event', () => {
  test('stops alone right before it, says where without saying what, and goes on when it can', async () => {
    const failing = broken(beds as ReadModel, 'garden.BedLeft', () => true);
    const models = [failing, gardenModels[1]!];
    start(models);
    await begun();
    const last = await garden.work(walk(400));
    const [leaving] = await garden.asOwner(`select min(position) as at from event where type = 'garden.BedLeft'`);
    expect(await freshness.reached(last, 5_000)).toBe(true);
    const [stopped, other] = await standings(garden.source);
    expect(stopped).toMatchObject({
      name: 'beds',
      state: 'stopped',
      position: (leaving!.at as bigint) - 1n,
      failedPosition: leaving!.at,
      failedType: 'garden.BedLeft',
      failure: expect.stringMatching(/^TypeError at projections\.spec\.ts:\d+$/),
    });
    expect(other).toMatchObject({ name: 'plant-counts', state: 'following', position: last });
    stopping.abort();
    await Promise.all(running);
    stopping = new AbortController();
    start();
    await until(async () => (await standings(garden.source))[0]!.position === last);
    expect(await differences()).toEqual([0, 0]);
  });

  test('is found when it is the database that does not take its rows', async () => {
    start();
    await begun();
    await garden.work(walk(60));
    await garden.asOwner(`alter table bed add constraint few_plants check (cardinality(plants) < 7)`);
    const last = await garden.work(walk(400).slice(60));
    expect(await freshness.reached(last, 5_000)).toBe(true);
    const [stopped] = await standings(garden.source);
    expect(stopped).toMatchObject({
      state: 'stopped',
      failedType: 'garden.Planted',
      failure: expect.stringContaining('23514'),
    });
    expect(stopped!.position).toBe(stopped!.failedPosition! - 1n);
  });

  test('is not stopped by an event of the future that belongs to another context', async () => {
    await garden.work(walk(10));
    const write = (type: string) =>
      garden.asOwner(
        `with head as (update event_head set position = position + 1 returning position)
        insert into event (position, revision, recorded_at, event_id, schema_version, stream, type, municipality, data, metadata)
        select position, 0, now(), gen_random_uuid(), 1, $1, $1, '3203', '{}', '{}' from head`,
        [type],
      );
    await write('moon.Landed');
    start();
    expect(await freshness.reached(11n, 5_000)).toBe(true);
    expect((await standings(garden.source)).map(({ state, position }) => [state, position])).toEqual([
      ['following', 11n],
      ['following', 11n],
    ]);
    await write('garden.BedPaved');
    await until(async () => (await standings(garden.source))[0]!.state === 'stopped');
    expect((await standings(garden.source)).map(({ state, failure }) => [state, failure])).toEqual(
      ['beds', 'plant-counts'].map(() => [
        'stopped',
        'Event garden.BedPaved v1 at position 12 is not known to this version of Samspill',
      ]),
    );
  });
});

describe('a rebuild', () => {
  test('gives the same rows byte for byte, while people write and read, and nobody sees a gap', async () => {
    start();
    expect(await freshness.reached(await garden.work(walk(600)), 5_000)).toBe(true);
    const reading = new AbortController();
    const seen: number[] = [];
    const readSide = new PostgresReadSide(garden.source);
    const reader = (async () => {
      while (!reading.signal.aborted) seen.push(await readSide.in('3203', (manager) => manager.count(Bed)));
    })();
    const writing = garden.work(
      walk(1_200)
        .slice(600)
        .filter(({ what }) => what !== 'leave' && what !== 'dig'),
    );
    const progress: number[] = [];
    for (let round = 0; round < 3; round += 1)
      await rebuild(garden, gardenModels, { onProgress: (done) => progress.push(done), rowsInMemory: 20 });
    const last = await writing;
    expect(await freshness.reached(last, 5_000)).toBe(true);
    reading.abort();
    await reader;
    expect(new Set(seen).size).toBe(1);
    expect(progress.at(-1)).toBeGreaterThanOrEqual(600);
    const live = await garden.rows();
    await rebuild(garden, gardenModels);
    expect(await garden.rows()).toEqual(live);
    expect(await differences()).toEqual([0, 0]);
    expect(happened.filter(({ what }) => what === 'fault')).toEqual([]);
  });

  test('keeps indexes, rules and rights as they were', async () => {
    const shape = async () => ({
      indexes: await garden.asOwner(
        `select indexname, indexdef from pg_indexes where tablename in ('bed', 'plant_count') order by 1`,
      ),
      rules: await garden.asOwner(
        `select tablename, policyname, roles, qual, with_check from pg_policies order by 1, 2`,
      ),
      rights: await garden.asOwner(
        `select relname, relacl::text, relrowsecurity, relforcerowsecurity from pg_class where relname in ('bed', 'plant_count') order by 1`,
      ),
      constraints: await garden.asOwner(
        `select conname, pg_get_constraintdef(oid) from pg_constraint where conrelid = 'bed'::regclass order by 1`,
      ),
    });
    const before = await shape();
    await rebuild(garden, gardenModels);
    await rebuild(garden, gardenModels);
    expect(await shape()).toEqual(before);
    expect(await garden.asOwner(`select relname from pg_class where relname like '%\\_\\_next%'`)).toEqual([]);
  });

  test('that fails leaves the old table live, and the others new', async () => {
    start();
    const last = await garden.work(walk(300));
    expect(await freshness.reached(last, 5_000)).toBe(true);
    const before = await garden.rows();
    const failing = broken(beds as ReadModel, 'garden.Watered', () => true);
    await expect(rebuild(garden, [failing, gardenModels[1]!])).rejects.toThrow(RebuildFailed);
    expect(await garden.rows()).toEqual(before);
    expect((await standings(garden.source)).map(({ state }) => state)).toEqual(['following', 'following']);
  });

  test('that was killed at any moment leaves the old table live, and the next begins clean', async () => {
    start();
    const last = await garden.work(walk(500));
    expect(await freshness.reached(last, 5_000)).toBe(true);
    const before = await garden.rows();
    let killed = 0;
    for (const after of [2, 4, 6, 8, 12, 20, 40]) {
      const ended = rebuild(garden, gardenModels, { rowsInMemory: 10 }).then(
        () => 'done',
        () => 'killed',
      );
      await pause(after);
      await garden.asOwner(
        `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and objid = 7726004`,
      );
      if ((await ended) === 'killed') killed += 1;
      expect(await garden.rows()).toEqual(before);
    }
    expect(killed).toBeGreaterThan(0);
    await rebuild(garden, gardenModels);
    expect(await garden.rows()).toEqual(before);
  });

  test('of a raised version is made by itself; the old one is read until then', async () => {
    start();
    const last = await garden.work(walk(300));
    expect(await freshness.reached(last, 5_000)).toBe(true);
    stopping.abort();
    await Promise.all(running);
    stopping = new AbortController();
    const louder = {
      ...beds,
      version: 2,
      on: { ...beds.on, 'garden.BedDug': { ...(beds.on['garden.BedDug'] as object), fold: shouting } },
    } as unknown as ReadModel;
    start([louder, gardenModels[1]!]);
    await until(async () => (await standings(garden.source))[0]!.version === 2);
    const names = await garden.asOwner('select name from bed');
    expect(names.every(({ name }) => name === String(name).toUpperCase())).toBe(true);
    const next = await garden.work(walk(301).slice(300));
    expect(await freshness.reached(next, 5_000)).toBe(true);
    expect(await differences([louder, gardenModels[1]!])).toEqual([0, 0]);
  });
});

function shouting(...args: unknown[]) {
  const dug = (beds.on['garden.BedDug'] as unknown as { fold: (...given: unknown[]) => Bed }).fold(...args);
  return { ...dug, name: dug.name.toUpperCase() };
}

describe('a comparison with a fresh fold', () => {
  test('finds what was changed behind its back: which row, which columns, not what they say', async () => {
    start();
    expect(await freshness.reached(await garden.work(walk(300)), 5_000)).toBe(true);
    const [first, second] = await garden.asOwner('select bed_id from bed order by bed_id');
    await garden.asOwner(`update bed set name = 'x', green = not green where bed_id = $1`, [first!.bed_id]);
    await garden.asOwner(`delete from bed where bed_id = $1`, [second!.bed_id]);
    await garden.asOwner(`insert into plant_count values ('ugress', '3203', 1)`);
    expect(await compareWithFreshFold({ ...garden })).toMatchObject([
      {
        readModel: 'beds',
        differences: 2,
        examples: [
          { key: first!.bed_id, kind: 'changed', columns: ['name', 'green'] },
          { key: second!.bed_id, kind: 'missing', columns: [] },
        ],
      },
      { readModel: 'plant-counts', differences: 1, examples: [{ key: 'ugress', kind: 'extra', columns: [] }] },
    ]);
  });
});
