import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { LOCKS, PostgresReadSide } from '#platform/database';
import { halts, followerStatuses } from '#platform/followers';
import { compareWithFreshFold } from './compare.js';
import { broken, brokenIn, followedGarden, until, type FollowedGarden } from './followed-garden.examples.js';
import { Bed, beds, gardenModels, plantCounts, walk } from './projections.examples.js';
import type { ReadModel } from './read-model.js';
import { rebuild, RebuildFailed } from './rebuild.js';
import type { RebuildTimes } from './rebuild-times.js';

// Kills and replaces real servers: slow when many tests share a machine.
jest.setTimeout(60_000);
/** Far more than needed: the speed on a busy machine is not specified here. */
const LONGEST_WAIT_MS = 25_000;

const REPLACED = `select relname as name from pg_class where relnamespace = 'samspill_replaced'::regnamespace and relkind = 'r'`;

let garden: FollowedGarden;
beforeEach(async () => {
  garden = await followedGarden();
});
afterEach(() => garden.close());

describe('a rebuild', () => {
  test('gives the same rows byte for byte during writes and reads, without missing rows at any time', async () => {
    void garden.start();
    expect(await garden.freshness.reached(await garden.work(walk(600)), LONGEST_WAIT_MS)).toBe(true);
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
    const spent: RebuildTimes[] = [];
    for (let round = 0; round < 3; round += 1)
      await rebuild(garden, gardenModels, {
        onProgress: (done) => progress.push(done),
        onTimes: (times) => spent.push(times),
        rowsInMemory: 20,
      });
    const last = await writing;
    expect(await garden.freshness.reached(last, LONGEST_WAIT_MS)).toBe(true);
    reading.abort();
    await reader;
    expect(new Set(seen).size).toBe(1);
    expect(progress.at(-1)).toBeGreaterThanOrEqual(600);
    expect(spent.map((times) => Object.values(times).every((ms) => ms > 0))).toEqual([true, true, true]);
    const live = await garden.rows();
    await rebuild(garden, gardenModels);
    expect(await garden.rows()).toEqual(live);
    expect(await garden.differences()).toEqual([0, 0]);
    expect(garden.happened.filter(({ what }) => what === 'fault')).toEqual([]);
  });

  test('keeps indexes, constraints and rights', async () => {
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
    expect(await garden.asOwner(REPLACED)).toEqual([]);
  });

  test('drops a table that a crashed one has replaced, and replaces the same table again', async () => {
    void garden.start();
    const last = await garden.work(walk(300));
    expect(await garden.freshness.reached(last, LONGEST_WAIT_MS)).toBe(true);
    await garden.rest();
    const before = await garden.rows();
    await garden.asOwner(`select rebuild_create('bed'); insert into bed__next select * from bed;
      select rebuild_complete('bed'); select rebuild_switch('bed')`);
    expect(await garden.asOwner(REPLACED)).toEqual([{ name: 'bed' }]);
    await rebuild(garden, gardenModels);
    expect(await garden.rows()).toEqual(before);
    expect(await garden.asOwner(REPLACED)).toEqual([]);
  });

  test('that fails keeps the old table in use, and replaces the others', async () => {
    void garden.start();
    const last = await garden.work(walk(300));
    expect(await garden.freshness.reached(last, LONGEST_WAIT_MS)).toBe(true);
    const before = await garden.rows();
    const failing = broken(beds, 'garden.Watered');
    await expect(rebuild(garden, [failing, gardenModels[1]!])).rejects.toThrow(RebuildFailed);
    expect(await garden.rows()).toEqual(before);
    expect((await followerStatuses(garden.source)).map(({ state }) => state)).toEqual(['following', 'following']);
  });

  test('with an event that stops one tenant is completed for the others and stops for that one', async () => {
    const failing = brokenIn(beds, '3203', 'a number is too large for its column');
    const models = [failing, gardenModels[1]!];
    void garden.start(models);
    await garden.begun();
    const last = await garden.work(walk(300));
    expect(await garden.freshness.seen(last, LONGEST_WAIT_MS, '0301')).toBe('reached');
    expect(await garden.freshness.seen(last, LONGEST_WAIT_MS, '3203')).toBe('halted');
    const [live, before] = [await garden.rows(), await halts(garden.source)];
    expect(await rebuild(garden, models)).toEqual(before);
    expect(await garden.rows()).toEqual(live);
    expect(await halts(garden.source)).toEqual(before);
    expect(await rebuild(garden, gardenModels)).toEqual([]);
    expect(await halts(garden.source)).toEqual([]);
    expect(await garden.differences()).toEqual([0, 0]);
  });

  test('of a new version that cannot process an event of one tenant is completed for the others', async () => {
    void garden.start();
    const last = await garden.work(walk(300));
    expect(await garden.freshness.reached(last, LONGEST_WAIT_MS)).toBe(true);
    await garden.rest();
    const raised = { ...brokenIn(beds, '3203', 'the database refuses the row'), version: 2 };
    void garden.start([raised, gardenModels[1]!]);
    await until(async () => (await followerStatuses(garden.source))[0]!.version === 2);
    expect((await halts(garden.source)).map(({ name, tenant }) => [name, tenant])).toEqual([['beds', '3203']]);
    expect(await garden.differences([raised, gardenModels[1]!])).toEqual([0, 0]);
  });

  test('that was killed at any moment keeps the old table in use, and the next one starts from the beginning', async () => {
    void garden.start();
    const last = await garden.work(walk(500));
    expect(await garden.freshness.reached(last, LONGEST_WAIT_MS)).toBe(true);
    const before = await garden.rows();
    const HELD = `pg_locks join pg_database on pg_database.oid = database
      where datname = current_database() and locktype = 'advisory' and objid = ${LOCKS.rebuild}`;
    let killed = 0;
    for (const after of [0, 2, 4, 8, 12, 20, 40]) {
      const ended = rebuild(garden, gardenModels, { rowsInMemory: 10 }).then(
        () => 'done',
        () => 'killed',
      );
      let over = false;
      void ended.then(() => (over = true));
      await pause(after);
      await until(async () => {
        const hit = await garden.asOwner(`select pg_terminate_backend(pid) from ${HELD}`);
        return over || hit.length > 0;
      });
      if ((await ended) === 'killed') killed += 1;
      // The server ends the connections some time later; until then, another rebuild is refused.
      await until(async () => (await garden.asOwner(`select pid from ${HELD}`)).length === 0);
      expect(await garden.rows()).toEqual(before);
    }
    expect(killed).toBeGreaterThan(0);
    await rebuild(garden, gardenModels);
    expect(await garden.rows()).toEqual(before);
    expect(await garden.asOwner(REPLACED)).toEqual([]);
  });

  test('of a new version starts automatically; the old table is read until then', async () => {
    void garden.start();
    const last = await garden.work(walk(300));
    expect(await garden.freshness.reached(last, LONGEST_WAIT_MS)).toBe(true);
    await garden.rest();
    const louder = {
      ...beds,
      version: 2,
      on: { ...beds.on, 'garden.BedDug': { ...(beds.on['garden.BedDug'] as object), fold: shouting } },
    } as unknown as ReadModel;
    void garden.start([louder, gardenModels[1]!]);
    await until(async () => (await followerStatuses(garden.source))[0]!.version === 2);
    const names = await garden.asOwner('select name from bed');
    expect(names.every(({ name }) => name === String(name).toUpperCase())).toBe(true);
    const next = await garden.work(walk(301).slice(300));
    expect(await garden.freshness.reached(next, LONGEST_WAIT_MS)).toBe(true);
    expect(await garden.differences([louder, gardenModels[1]!])).toEqual([0, 0]);
  });
});

function shouting(...args: unknown[]) {
  const dug = (beds.on['garden.BedDug'] as unknown as { fold: (...given: unknown[]) => Bed }).fold(...args);
  return { ...dug, name: dug.name.toUpperCase() };
}

describe('a comparison with a fresh fold', () => {
  test('finds rows changed outside the projection, by row and columns, without their content', async () => {
    void garden.start();
    expect(await garden.freshness.reached(await garden.work(walk(300)), LONGEST_WAIT_MS)).toBe(true);
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

  test('compares texts of JSON by their values, and not by their spaces and the order of keys', async () => {
    void garden.start();
    expect(await garden.freshness.reached(await garden.work(walk(300)), LONGEST_WAIT_MS)).toBe(true);
    const [bed] = await garden.asOwner(
      'select bed_id as id from bed where waterings::text <> waterings::jsonb::text order by bed_id limit 1',
    );
    await garden.asOwner('update bed set waterings = waterings::jsonb::json where bed_id = $1', [bed!.id]);
    expect(await garden.differences()).toEqual([0, 0]);
    await garden.asOwner(`update bed set waterings = '[]' where bed_id = $1`, [bed!.id]);
    expect(await compareWithFreshFold({ ...garden })).toMatchObject([
      { differences: 1, examples: [{ key: bed!.id, kind: 'changed', columns: ['waterings'] }] },
      { differences: 0 },
    ]);
  });

  test.each([
    ['the fold throws', undefined],
    ['a value cannot be written', undefined],
    ['a number is too large for its column', undefined],
    ['a number is too large for its column', 10],
    ['a text holds what PostgreSQL does not', undefined],
  ] as const)('goes on with the other models when %s (%s rows in memory)', async (how, rowsInMemory) => {
    void garden.start();
    expect(await garden.freshness.reached(await garden.work(walk(300)), LONGEST_WAIT_MS)).toBe(true);
    const readModels = [brokenIn(beds, '3203', how), plantCounts as unknown as ReadModel];
    const compared = await compareWithFreshFold({ ...garden, readModels }, { rowsInMemory });
    expect(compared).toMatchObject([
      { readModel: 'beds', notCompared: expect.stringContaining('cannot take') },
      { readModel: 'plant-counts', differences: 0, rows: expect.any(Number) },
    ]);
    expect(compared[1]!.rows).toBeGreaterThan(0);
    expect(compared[1]!.notCompared).toBeUndefined();
  });
});
