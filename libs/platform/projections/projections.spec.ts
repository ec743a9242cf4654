import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { PostgresReadSide } from '#platform/database';
import { standings } from '#platform/followers';
import { broken, followedGarden, until, type FollowedGarden } from './followed-garden.examples.js';
import { Bed, beds, gardenModels, walk } from './projections.examples.js';

// Real servers, killed and taken over: slow where many tests share a machine.
jest.setTimeout(60_000);
/** Far more than it takes: how long a busy machine may need is not what is specified here. */
const PATIENCE_MS = 25_000;

let garden: FollowedGarden;
beforeEach(async () => {
  garden = await followedGarden();
});
afterEach(() => garden.close());

describe('read models', () => {
  test('follow the log and can be asked for what was just written', async () => {
    void garden.start();
    const position = await garden.work(walk(300));
    expect(await garden.freshness.reached(position, PATIENCE_MS)).toBe(true);
    expect(await garden.differences()).toEqual([0, 0]);
    const mine = await new PostgresReadSide(garden.source).in('3203', (manager) => manager.find(Bed));
    expect(mine.length).toBeGreaterThan(10);
    expect(new Set(mine.map(({ municipality }) => municipality))).toEqual(new Set(['3203']));
  });

  test('answer in time that something cannot be seen yet', async () => {
    void garden.start();
    const position = await garden.work(walk(3));
    expect(await garden.freshness.reached(position + 1n, 150)).toBe(false);
  });

  test('take every event once, though connections are cut in mid-batch and two runners take turns', async () => {
    const first = new AbortController();
    const one = garden.start(gardenModels, first.signal, 7);
    void garden.start(gardenModels, undefined, 7);
    const faults = () => garden.happened.filter(({ what }) => what === 'fault').length;
    const events = walk(1800);
    let written = 0;
    let position = 0n;
    let cut = 0;
    // written while it cuts, and only what is in mid-transaction: a connection at rest may go without anyone noticing
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
    expect(await garden.freshness.reached(position, PATIENCE_MS)).toBe(true);
    expect(faults()).toBeGreaterThan(0);
    expect(await garden.differences()).toEqual([0, 0]);
  });

  test('work in one process at a time, and a second takes over when the first ends', async () => {
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
    expect(await garden.freshness.reached(await garden.work(walk(60).slice(10, 60)), PATIENCE_MS)).toBe(true);
    expect(leading()).toBe(2);
  });
});

describe('a read model that cannot take an event', () => {
  test('stops alone right before it, says where without saying what, and goes on when it can', async () => {
    const failing = broken(beds, 'garden.BedLeft');
    const models = [failing, gardenModels[1]!];
    void garden.start(models);
    await garden.begun();
    const last = await garden.work(walk(400));
    const [leaving] = await garden.asOwner(`select min(position) as at from event where type = 'garden.BedLeft'`);
    expect(await garden.freshness.reached(last, PATIENCE_MS)).toBe(true);
    const [stopped, other] = await standings(garden.source);
    expect(stopped).toMatchObject({
      name: 'beds',
      state: 'stopped',
      position: (leaving!.at as bigint) - 1n,
      failedPosition: leaving!.at,
      failedType: 'garden.BedLeft',
      failure: expect.stringMatching(/^TypeError at followed-garden\.examples\.ts:\d+$/),
    });
    expect(other).toMatchObject({ name: 'plant-counts', state: 'following', position: last });
    await garden.rest();
    void garden.start();
    await until(async () => (await standings(garden.source))[0]!.position === last);
    expect(await garden.differences()).toEqual([0, 0]);
  });

  test('is found when it is the database that does not take its rows', async () => {
    void garden.start();
    await garden.begun();
    await garden.work(walk(60));
    await garden.asOwner(`alter table bed add constraint few_plants check (cardinality(plants) < 7)`);
    const last = await garden.work(walk(400).slice(60));
    expect(await garden.freshness.reached(last, PATIENCE_MS)).toBe(true);
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
    void garden.start();
    expect(await garden.freshness.reached(11n, PATIENCE_MS)).toBe(true);
    expect((await standings(garden.source)).map(({ state, position }) => [state, position])).toEqual([
      ['following', 11n],
      ['following', 11n],
    ]);
    await write('garden.BedPaved');
    await until(async () => (await standings(garden.source)).every(({ state }) => state === 'stopped'));
    expect((await standings(garden.source)).map(({ state, failure }) => [state, failure])).toEqual(
      ['beds', 'plant-counts'].map(() => [
        'stopped',
        'Event garden.BedPaved v1 at position 12 is not known to this version of Samspill',
      ]),
    );
  });
});
