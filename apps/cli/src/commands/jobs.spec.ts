import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import pg from 'pg';
import { migrations } from '../../../composition/src/index.js';
import { openDatabase } from '#platform/database';
import { JobQueues, postgresJobs, redisJobs } from '#platform/jobs';
import { EXIT } from '#platform/process';
import { until } from '../../../../libs/platform/jobs/jobs-under-test.js';
import { startRedis, type RedisUnderTest } from '../../../../libs/platform/jobs/redis-under-test.js';
import { migratedDatabase, type FreshDatabase } from '../../../../test/postgres.js';
import { runHere } from '../cli.examples.js';

jest.setTimeout(120_000);

let database: FreshDatabase;
let redis: RedisUnderTest;
beforeAll(async () => {
  database = await migratedDatabase(migrations);
  redis = await startRedis();
});
afterAll(async () => {
  await redis.kill();
  await database.drop();
});

const ONE = '00000000-0000-4000-8000-000000000001';
const TWO = '00000000-0000-4000-8000-000000000002';
const SIGNED_IN = "Signed in to the database as samspill_operations, with the operators' rights.";

describe.each(['PostgreSQL', 'Redis'] as const)('samspill jobs with queues in %s', (kind) => {
  const operator = () => ({
    DATABASE_URL_OPERATOR: database.environment.DATABASE_URL_OPERATOR,
    ...(kind === 'Redis' && { REDIS_URL: redis.url }),
  });
  const jobs = (...args: readonly string[]) => runHere(['jobs', ...args], operator());

  /** Two jobs fail, as they would in a worker. */
  beforeEach(async () => {
    const source = await openDatabase({ url: database.url, entities: [] });
    const queues = await JobQueues.open(kind === 'Redis' ? redisJobs(redis.url, source) : postgresJobs(source));
    try {
      queues.work('send', () => Promise.reject(new Error('TypeError at mail.ts:12')), { concurrency: 1 });
      await queues.ready();
      for (const id of [ONE, TWO]) await queues.send('3203', id);
      await until(async () => (await queues.failed()).length === 2);
      await queues.schedule(60_000);
    } finally {
      await queues.close();
      await source.destroy();
    }
  });

  test('shows what waits and what failed, when the next sweep is, and the last rounds', async () => {
    const { code, out, err } = await jobs();
    expect(code).toBe(EXIT.ok);
    const lines = out.split('\n').map((line) => line.split(/ {2,}/));
    expect(lines[0]![0]).toMatch(kind === 'Redis' ? /^Queues in Redis at 127\.0\.0\.1:\d+$/ : /^Queues in PostgreSQL$/);
    expect(lines[1]).toEqual(['queue', 'waiting', 'oldest', 'planned', 'failed']);
    expect(lines[4]).toEqual(['send', '0', '0 s', '0', '2']);
    for (const id of [ONE, TWO])
      expect(lines).toContainEqual([`send/${id}`, '3203', expect.any(String) as unknown, 'TypeError at mail.ts:12']);
    expect(err).toBe(`${SIGNED_IN}\nNo sweep has ended yet: start a worker.`);

    const owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
    await owner.query(
      `insert into job_round values ('3203', 'morning', '2026-11-27', now()), ('3203', 'morning', '2026-11-30', now()) on conflict do nothing`,
    );
    await owner.end();
    const next = await jobs('next');
    expect(next.out).toMatch(/^job {4}every {2}next\n─.*\nsweep {2}60 s {3}\d{4}-\d\d-\d\dT[\d:.]+Z\n/);
    expect(next.out).toMatch(/\nmunicipality {2}round {4}done last\n─.*\n3203 {10}morning {2}2026-11-30$/);
    await jobs('discard', '--all');
  });

  test('tries failed jobs again, and discards them', async () => {
    expect(await jobs('retry', `send/${ONE}`)).toEqual({
      code: EXIT.ok,
      out: `send/${ONE} is tried again`,
      err: SIGNED_IN,
    });
    expect((await jobs()).out).toMatch(/\nsend +1 +\d+ s +0 +1\n/);
    expect(await jobs('retry', `send/${ONE}`)).toMatchObject({
      code: EXIT.faults,
      err: `${SIGNED_IN}\nThere is no failed job send/${ONE}.`,
    });
    expect(await jobs('discard', '--all')).toMatchObject({ code: EXIT.ok, out: `send/${TWO} is discarded` });
    expect(await jobs('discard', '--all')).toMatchObject({ code: EXIT.ok, err: `${SIGNED_IN}\nNo job has failed.` });
    for (const args of [['retry'], ['discard', `send/${TWO}`, '--all']])
      expect(await jobs(...args)).toMatchObject({
        code: EXIT.wrongUse,
        err: `${SIGNED_IN}\nName the failed jobs, or give --all.`,
      });
  });
});

test('says that the server of the queues does not answer', async () => {
  const { code, err } = await runHere(['jobs'], {
    DATABASE_URL_OPERATOR: database.environment.DATABASE_URL_OPERATOR,
    REDIS_URL: 'redis://:secret@127.0.0.1:1',
  });
  expect([code, err]).toEqual([
    EXIT.faults,
    `${SIGNED_IN}\nRedis at 127.0.0.1:1 does not answer, where the queues are.`,
  ]);
});
