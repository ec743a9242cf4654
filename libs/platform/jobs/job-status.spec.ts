import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { openDatabase } from '#platform/database';
import { systemClock } from '#platform/kernel';
import { Metrics } from '#platform/observability';
import { migratedDatabase, type FreshDatabase } from '../../../test/postgres.js';
import { jobMeasures, jobStatus, sweepHealth } from './job-status.js';
import { jobMigrations } from './jobs.migration.js';
import { until } from './jobs-under-test.js';
import type { SweepTask } from './sweep-task.js';
import { Sweeper, TaskTooLong } from './sweeper.js';

let database: FreshDatabase;
let owner: pg.Client;
let source: DataSource;
beforeAll(async () => {
  database = await migratedDatabase(jobMigrations);
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  // The API's login, which has no right to the queues.
  source = await openDatabase({ url: database.environment.DATABASE_URL_API, entities: [] });
});
afterAll(async () => {
  await source.destroy();
  await owner.end();
  await database.drop();
});

const HOUR_MS = 3_600_000;
const sweptAt = (when: string) => owner.query(`update job_status set swept_at = ${when}`);

test('a process that has just started is ready before the first sweep', async () => {
  await sweptAt('null');
  expect(await sweepHealth(source, HOUR_MS).notReady()).toBeUndefined();
});

test('a process is not ready when no sweep has ended for two periods, and is again after one', async () => {
  await sweptAt('null');
  const health = sweepHealth(source, 10);
  await until(async () => (await health.notReady()) !== undefined);
  expect(await health.notReady()).toBe('has not run for two periods');
  await sweptAt(`clock_timestamp() - interval '1 minute'`);
  expect(await health.notReady()).toBe('has not run for two periods');
  await sweptAt(`clock_timestamp() + interval '1 hour'`);
  expect(await health.notReady()).toBeUndefined();
});

test('a sweep records its faults and the queues, and the metrics show them to every process', async () => {
  const failures: string[] = [];
  const task = (name: string, run: SweepTask['run']): SweepTask => ({ name, run });
  const aborted = Promise.withResolvers<void>();
  const sweeper = new Sweeper({
    url: database.url,
    clock: systemClock,
    tenants: () => Promise.resolve(['3203']),
    tasks: [
      task('broken', () => Promise.reject(new TypeError('Kari Nordmann'))),
      task('endless', async (_tenant, _now, signal) => {
        signal.addEventListener('abort', () => aborted.resolve());
        await new Promise(() => undefined);
      }),
      task('well', () => Promise.resolve()),
    ],
    report: (notice) => void failures.push('failure' in notice ? notice.failure : notice.what),
    taskLimitMs: 50,
  });
  const queues = [{ queue: 'send', waiting: 3, oldestSeconds: 1.5, planned: 0, failed: 2 }];
  expect(await sweeper.sweep(new AbortController().signal, () => Promise.resolve(queues))).toBe('done');
  await aborted.promise;
  expect(failures.map((failure) => failure.split(' ')[0])).toEqual(['TypeError', TaskTooLong.name]);
  expect(await jobStatus(source)).toMatchObject({ faults: 2, queues });
  const { text } = await new Metrics(jobMeasures(source)).text();
  for (const line of [
    'samspill_sweep_faults 2',
    'samspill_jobs_waiting{queue="send"} 3',
    'samspill_jobs_oldest_seconds{queue="send"} 1.5',
    'samspill_jobs_failed{queue="send"} 2',
  ])
    expect(text).toContain(`\n${line}\n`);
  expect(text).toMatch(/\nsamspill_sweep_age_seconds \d/);
});

test('a sweep that is stopped is not recorded as ended', async () => {
  await sweptAt('null');
  const stop = new AbortController();
  const sweeper = new Sweeper({
    url: database.url,
    clock: systemClock,
    tenants: () => Promise.resolve(['3203', '3301']),
    tasks: [{ name: 'stops', run: () => Promise.resolve(stop.abort()) }],
    report: () => undefined,
  });
  await expect(sweeper.sweep(stop.signal)).rejects.toThrow('aborted');
  expect((await jobStatus(source)).sweptSecondsAgo).toBeNull();
});
