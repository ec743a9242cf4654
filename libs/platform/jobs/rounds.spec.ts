import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { openDatabase, PostgresReadSide } from '#platform/database';
import { SettableClock } from '#platform/kernel';
import { migratedDatabase, type FreshDatabase } from '../../../test/postgres.js';
import { jobMigrations } from './jobs.migration.js';
import { PostgresRounds } from './rounds.js';

let database: FreshDatabase;
let owner: pg.Client;
let source: DataSource;
let rounds: PostgresRounds;
const NOW = new Date('2026-11-30T06:00:00Z');

beforeAll(async () => {
  database = await migratedDatabase(jobMigrations);
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  source = await openDatabase({ url: database.url, entities: [] });
  rounds = new PostgresRounds(source, new PostgresReadSide(source), new SettableClock(NOW));
});
afterAll(async () => {
  await source.destroy();
  await owner.end();
  await database.drop();
});

const nothing = () => Promise.resolve();

describe('a round', () => {
  test('is done once for a municipality, a name and a period', async () => {
    let times = 0;
    const work = () => Promise.resolve(void (times += 1));
    expect(await rounds.once('3203', 'morning', '2026-11-30', work)).toBe('done');
    expect(await rounds.once('3203', 'morning', '2026-11-30', work)).toBe('already');
    expect(times).toBe(1);
    for (const [tenant, name, period] of [
      ['3301', 'morning', '2026-11-30'],
      ['3203', 'evening', '2026-11-30'],
      ['3203', 'morning', '2026-12-01'],
    ] as const)
      expect(await rounds.once(tenant, name, period, work)).toBe('done');
    expect(times).toBe(4);
  });

  test('is recorded with the time of the installation’s clock', async () => {
    await rounds.once('3203', 'timed', '2026-11-30', nothing);
    const { rows } = await owner.query<{ at: Date }>(`select done_at as at from job_round where name = 'timed'`);
    expect(rows).toEqual([{ at: NOW }]);
  });

  test('that fails is repeated', async () => {
    const fails = () => Promise.reject(new Error('broken'));
    await expect(rounds.once('3203', 'failing', '2026-11-30', fails)).rejects.toThrow('broken');
    expect(await rounds.last('3203', 'failing')).toBeNull();
    expect(await rounds.once('3203', 'failing', '2026-11-30', nothing)).toBe('done');
  });

  test('is not done by two workers at once: the second waits, and finds it done', async () => {
    const begun = Promise.withResolvers<void>();
    const end = Promise.withResolvers<void>();
    const first = rounds.once('3203', 'shared', '2026-11-30', () => {
      begun.resolve();
      return end.promise;
    });
    await begun.promise;
    let isDoneTwice = false;
    const second = rounds.once('3203', 'shared', '2026-11-30', () => Promise.resolve(void (isDoneTwice = true)));
    // Another municipality's round does not wait.
    expect(await rounds.once('3301', 'shared', '2026-11-30', nothing)).toBe('done');
    end.resolve();
    expect(await Promise.all([first, second])).toEqual(['done', 'already']);
    expect(isDoneTwice).toBe(false);
  });

  test('that waits for another worker ends when it is told to stop', async () => {
    const stop = new AbortController();
    const waits = rounds.once('3203', 'stopped', '2026-11-30', async () => {
      const second = rounds.once('3203', 'stopped', '2026-11-30', nothing, stop.signal);
      stop.abort();
      await expect(second).rejects.toThrow('aborted');
    });
    expect(await waits).toBe('done');
  });

  test('whose worker has lost its lock is not recorded, and the work is told', async () => {
    const lost = rounds.once('3203', 'lost', '2026-11-30', async (signal) => {
      const gone = new Promise((resolve) => signal.addEventListener('abort', resolve));
      await owner.query(
        `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and pid <> pg_backend_pid()
         and database = (select oid from pg_database where datname = current_database())`,
      );
      await gone;
    });
    await expect(lost).rejects.toThrow();
    expect(await rounds.last('3203', 'lost')).toBeNull();
  });
});

test('the last round is that of the last period, whatever the order in which they were done', async () => {
  for (const period of ['2026-W48', '2027-W01', '2026-W53']) await rounds.once('3203', 'weekly', period, nothing);
  expect(await rounds.last('3203', 'weekly')).toBe('2027-W01');
  expect(await rounds.last('3301', 'weekly')).toBeNull();
});
