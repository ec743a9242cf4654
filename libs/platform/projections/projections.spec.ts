import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { EntityManager } from 'typeorm';
import { PostgresReadSide } from '#platform/database';
import { halts, followerStatuses } from '#platform/followers';
import { brokenIn, FAILURES, followedGarden, until, type FollowedGarden } from './followed-garden.examples.js';
import { Bed, beds, gardenModels, PlantCount, walk, type GardenStep } from './projections.examples.js';
import { rebuild } from './rebuild.js';
import { resumeHalted } from './resume-halted.js';

// Kills and replaces real servers: slow when many tests share a machine.
jest.setTimeout(60_000);
/** Far more than needed: the speed on a busy machine is not specified here. */
const LONGEST_WAIT_MS = 25_000;

/** A session of the database's owner, for locks that outlast a statement. */
async function connectedAsOwner({ ownerUrl }: FollowedGarden): Promise<Client> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  return client;
}

let garden: FollowedGarden;
beforeEach(async () => {
  garden = await followedGarden();
});
afterEach(() => garden.close());

describe('read models', () => {
  test('follow the log, and reads can wait for a write', async () => {
    void garden.start();
    const position = await garden.work(walk(300));
    expect(await garden.freshness.reached(position, LONGEST_WAIT_MS)).toBe(true);
    expect(await garden.differences()).toEqual([0, 0]);
    const mine = await new PostgresReadSide(garden.source).in('3203', (manager) => manager.find(Bed));
    expect(mine.length).toBeGreaterThan(10);
    expect(new Set(mine.map(({ tenant }) => tenant))).toEqual(new Set(['3203']));
  });

  test('keep rows of two tenants apart that have the same key', async () => {
    void garden.start();
    const position = await garden.work(walk(300));
    expect(await garden.freshness.reached(position, LONGEST_WAIT_MS)).toBe(true);
    const planted = await garden.asOwner(
      `select tenant, plant, count(*)::int as planted
       from event, json_array_elements_text(data -> 'plants') as plant
       where type = 'garden.Planted' group by tenant, plant order by tenant, plant`,
    );
    expect(await garden.asOwner('select tenant, plant, planted from plant_count order by tenant, plant')).toEqual(
      planted,
    );
    const ofBoth = await garden.asOwner('select plant from plant_count group by plant having count(*) = 2');
    expect(ofBoth).not.toEqual([]);
  });

  test('are read at one moment, although the runner takes events between two statements', async () => {
    void garden.start();
    const seen = async (steps: readonly GardenStep[]) =>
      expect(await garden.freshness.reached(await garden.work(steps), LONGEST_WAIT_MS)).toBe(true);
    const bed = (n: number): GardenStep[] => ['dig' as const, 'plant' as const].map((what) => ({ bed: n, what, n }));
    await seen(bed(2));
    const readSide = new PostgresReadSide(garden.source);
    const plantsBy = (n: number) => async (tables: EntityManager) => {
      const counts = await tables.find(PlantCount);
      await seen(bed(n));
      const plants = (await tables.find(Bed)).flatMap((of) => of.plants);
      return { inBeds: plants.length, counted: counts.reduce((sum, { planted }) => sum + planted, 0) };
    };
    expect(await readSide.in('3203', plantsBy(4))).toEqual({ inBeds: 6, counted: 3 });
    expect(await readSide.atOneMoment('3203', [Bed, PlantCount], plantsBy(6))).toEqual({ inBeds: 6, counted: 6 });
  });

  test('read at one moment during a switch-over are complete', async () => {
    void garden.start();
    const position = await garden.work(walk(100));
    expect(await garden.freshness.reached(position, LONGEST_WAIT_MS)).toBe(true);
    const owner = await connectedAsOwner(garden);
    try {
      // As a rebuild does: the rows of the new table become visible when it takes the place of the old one.
      await owner.query(`begin; create table bed__next (like bed including all);
        insert into bed__next select * from bed; grant select on bed__next to samspill_app;
        drop table bed; alter table bed__next rename to bed`);
      const { rows } = await owner.query<{ count: number }>(`select count(*)::int from bed where tenant = '3203'`);
      const reading = new PostgresReadSide(garden.source).atOneMoment('3203', [Bed, PlantCount], (tables) =>
        tables.countBy(Bed, { tenant: '3203' }),
      );
      await until(async () => {
        const waiting = await garden.asOwner(
          `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query ~ 'bed'`,
        );
        return waiting.length > 0;
      });
      await owner.query('commit');
      expect(rows[0]!.count).toBeGreaterThan(10);
      expect(await reading).toBe(rows[0]!.count);
    } finally {
      await owner.end();
    }
  });

  test('report in time that an event is not readable yet', async () => {
    void garden.start();
    const position = await garden.work(walk(3));
    expect(await garden.freshness.reached(position + 1n, 150)).toBe(false);
  });

  test('process every event once, although connections are cut during batches and two runners take turns', async () => {
    const first = new AbortController();
    const one = garden.start(gardenModels, first.signal, 7);
    void garden.start(gardenModels, undefined, 7);
    const faults = () => garden.happened.filter(({ what }) => what === 'fault').length;
    const events = walk(1800);
    let written = 0;
    let position = 0n;
    let cut = 0;
    // Appends while connections are cut, and cuts only those in a transaction: an idle one may go unnoticed.
    while (written < events.length && (written < 900 || faults() === 0)) {
      const working = garden.work(events.slice(written, (written += 100)));
      for (let look = 0; look < 20 && cut < 8; look += 1) {
        const gone = await garden.asOwner(`select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and application_name = 'samspill' and state <> 'idle' and query ~ 'log_follower|bed|plant_count'
            and pid <> pg_backend_pid()`);
        cut += gone.length;
        if (gone.length > 0) await pause(40);
      }
      position = await working;
    }
    first.abort();
    await one;
    expect(await garden.freshness.reached(position, LONGEST_WAIT_MS)).toBe(true);
    expect(faults()).toBeGreaterThan(0);
    expect(await garden.differences()).toEqual([0, 0]);
  });

  test('are built although the connection is cut while the runner looks for those that must be built', async () => {
    const position = await garden.work(walk(60));
    // Stops the runner where it has marked the models to be built, until another transaction has locked the checkpoints.
    await garden.asOwner(`create function wait_for_lock() returns trigger language plpgsql as
      'begin perform pg_advisory_xact_lock(1); return null; end'`);
    await garden.asOwner(
      'create trigger wait after update on log_follower for each statement execute function wait_for_lock()',
    );
    const [gate, locked] = await Promise.all([connectedAsOwner(garden), connectedAsOwner(garden)]);
    try {
      await gate.query('select pg_advisory_lock(1)');
      void garden.start();
      const waiting = (what: string) => () =>
        garden
          .asOwner(
            `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
            and query ~ '${what}' and pid <> pg_backend_pid()`,
          )
          .then((found) => found.length > 0);
      await until(waiting('update log_follower'));
      const locking = locked.query('begin; lock table log_follower in access exclusive mode');
      await until(waiting('lock table'));
      await gate.query('select pg_advisory_unlock(1)');
      await locking;
      await locked.query('drop trigger wait on log_follower');
      await until(waiting('from log_follower'));
      await garden.asOwner(`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock' and query ~ 'from log_follower'`);
      await until(async () => garden.happened.some(({ what }) => what === 'fault'));
      await locked.query('commit');
    } finally {
      await Promise.all([gate.end(), locked.end()]);
    }
    expect(await garden.freshness.reached(position, LONGEST_WAIT_MS)).toBe(true);
    expect(await garden.differences()).toEqual([0, 0]);
  });

  test('run in one process at a time, and a second takes over when the first ends', async () => {
    const first = new AbortController();
    const one = garden.start(gardenModels, first.signal);
    const leading = () => garden.happened.filter(({ what }) => what === 'leading').length;
    await until(async () => leading() === 1);
    await garden.work(walk(10));
    void garden.start();
    await pause(400);
    expect(leading()).toBe(1);
    first.abort();
    await one;
    expect(await garden.freshness.reached(await garden.work(walk(60).slice(10, 60)), LONGEST_WAIT_MS)).toBe(true);
    expect(leading()).toBe(2);
  });
});

describe('a read model that cannot process an event', () => {
  test.each(Object.keys(FAILURES) as (keyof typeof FAILURES)[])(
    'stops for that tenant alone where %s, and catches up once when it can',
    async (how) => {
      const failing = brokenIn(beds, '3203', how);
      void garden.start([failing, gardenModels[1]!]);
      await garden.begun();
      const last = await garden.work(walk(400));
      const [first] = await garden.asOwner(
        `select position, event_id from event where type = 'garden.Watered' and tenant = '3203' order by 1 limit 1`,
      );
      expect(await garden.freshness.seen(last, LONGEST_WAIT_MS, '0301')).toBe('reached');
      expect(await garden.freshness.seen(last, LONGEST_WAIT_MS, '3203')).toBe('halted');
      expect((await followerStatuses(garden.source)).map(({ state, position }) => [state, position])).toEqual([
        ['following', last],
        ['following', last],
      ]);
      const expected = {
        kind: 'read-model',
        name: 'beds',
        tenant: '3203',
        position: first!.position,
        eventId: first!.event_id,
        type: 'garden.Watered',
      };
      expect(await halts(garden.source)).toEqual([{ ...expected, failure: expect.not.stringContaining('Kari') }]);
      expect(garden.happened).toContainEqual(expect.objectContaining({ what: 'halted', ...expected }));
      expect(await garden.differences([failing, gardenModels[1]!])).toEqual([0, 0]);
      const own = await garden.asOwner(`select count(*)::int as beds from bed where tenant = '0301' and times > 0`);
      expect(own[0]!.beds).toBeGreaterThan(5);
      await garden.rest();
      void garden.start();
      await until(async () => (await halts(garden.source)).length === 0);
      expect(await garden.freshness.seen(last, LONGEST_WAIT_MS, '3203')).toBe('reached');
      expect(await garden.differences()).toEqual([0, 0]);
    },
  );

  test('leaves out an event that was passed over, and stops at the next one that it cannot process', async () => {
    const failing = brokenIn(beds, '3203', 'a number is too large for its column');
    const models = [failing, gardenModels[1]!];
    void garden.start(models);
    await garden.begun();
    const last = await garden.work(walk(150));
    expect(await garden.freshness.seen(last, LONGEST_WAIT_MS, '0301')).toBe('reached');
    expect(await garden.freshness.seen(last, LONGEST_WAIT_MS, '3203')).toBe('halted');
    let passed = 0;
    for (let at = await halts(garden.source); at.length > 0; at = await halts(garden.source)) {
      await garden.asOwner(
        `insert into passed_over values ($1::text, '3203', 'read-model', 'beds', $1::text::uuid, 'too large', 1)`,
        [at[0]!.eventId],
      );
      passed += 1;
      await resumeHalted({ ...garden, readModels: models }, { signal: new AbortController().signal, report: () => {} });
    }
    const [watered] = await garden.asOwner(
      `select count(*)::int as times from event where type = 'garden.Watered' and tenant = '3203'`,
    );
    // A bed that was removed is not watered: those events change nothing, and can be taken.
    expect(passed).toBeGreaterThan(20);
    expect(passed).toBeLessThanOrEqual(watered!.times as number);
    expect(await garden.differences(models)).toEqual([0, 0]);
    const live = await garden.rows();
    await rebuild(garden, models);
    expect(await garden.rows()).toEqual(live);
  });

  test('stops when the database refuses its rows', async () => {
    void garden.start();
    await garden.begun();
    await garden.work(walk(60));
    await garden.asOwner(`alter table bed add constraint few_plants check (cardinality(plants) < 7)`);
    const last = await garden.work(walk(400).slice(60));
    expect(await garden.freshness.reached(last, LONGEST_WAIT_MS)).toBe(true);
    const stopped = await halts(garden.source);
    expect(stopped.map(({ tenant }) => tenant)).toEqual(['0301', '3203']);
    for (const each of stopped)
      expect(each).toMatchObject({ type: 'garden.Planted', failure: expect.stringContaining('23514') });
    expect(await garden.differences()).toEqual([0, 0]);
  });

  test('stops for all tenants when its table is faulty', async () => {
    void garden.start();
    await garden.begun();
    await garden.work(walk(10));
    await garden.asOwner('alter table bed drop column green cascade');
    await garden.work(walk(60).slice(10));
    await until(async () => (await followerStatuses(garden.source))[0]!.state === 'stopped');
    expect(await halts(garden.source)).toEqual([]);
  });

  test('ignores an unknown event of another context, and halts the tenant of one of its own', async () => {
    await garden.work(walk(10));
    const write = (type: string) =>
      garden.asOwner(
        `with head as (update event_head set position = position + 1 returning position)
        insert into event (position, revision, recorded_at, event_id, schema_version, stream, type, tenant, data, metadata)
        select position, 0, now(), gen_random_uuid(), 1, $1, $1, '3203', '{}', '{}' from head`,
        [type],
      );
    await write('moon.Landed');
    void garden.start();
    expect(await garden.freshness.reached(11n, LONGEST_WAIT_MS)).toBe(true);
    expect((await followerStatuses(garden.source)).map(({ state, position }) => [state, position])).toEqual([
      ['following', 11n],
      ['following', 11n],
    ]);
    await write('garden.BedPaved');
    await until(async () => (await halts(garden.source)).length === 2);
    expect(await halts(garden.source)).toMatchObject(
      ['beds', 'plant-counts'].map((name) => ({
        name,
        tenant: '3203',
        position: 12n,
        failure: 'Event garden.BedPaved v1 at position 12 is not known to this version of Samspill',
      })),
    );
  });
});
