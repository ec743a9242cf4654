import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { LATEST_SCHEMA_VERSION } from 'bullmq';
import pg from 'pg';
import { migratedDatabase, type FreshDatabase } from '../../../test/postgres.js';
import { jobMigrations } from './jobs.migration.js';
import { QUEUE_SCHEMA, QUEUE_SCHEMA_VERSION } from './queue-schema.js';

let database: FreshDatabase;
beforeAll(async () => {
  database = await migratedDatabase(jobMigrations);
});
afterAll(() => database.drop());

async function as<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return work(client).finally(() => client.end());
}

test('the migrations make the tables of the installed BullMQ', async () => {
  // When BullMQ brings newer tables: a migration that calls makeQueueSchema, then raise the constant.
  expect(LATEST_SCHEMA_VERSION).toBe(QUEUE_SCHEMA_VERSION);
  const { rows } = await as(database.ownerUrl, (owner) =>
    owner.query(`select max(version) as version from ${QUEUE_SCHEMA}.migration`),
  );
  expect(rows).toEqual([{ version: QUEUE_SCHEMA_VERSION }]);
});

test('only workers and operators may use the queues, and none may change their tables', async () => {
  const { rows } = await as(database.ownerUrl, (owner) =>
    owner.query<{ login: string; uses: boolean; makes: boolean; writes: boolean; migrates: boolean }>(
      `select login, has_schema_privilege(login, $1, 'usage') as uses, has_schema_privilege(login, $1, 'create') as makes,
         has_table_privilege(login, $1 || '.job', 'insert') as writes,
         has_table_privilege(login, $1 || '.migration', 'insert, update, delete') as migrates
       from unnest(array['samspill_api', 'samspill_operations', 'samspill_worker']) as login`,
      [QUEUE_SCHEMA],
    ),
  );
  const none = { uses: false, makes: false, writes: false, migrates: false };
  const use = { ...none, uses: true, writes: true };
  expect(rows).toEqual([
    { login: 'samspill_api', ...none },
    { login: 'samspill_operations', ...use },
    { login: 'samspill_worker', ...use },
  ]);
  await expect(as(database.environment.DATABASE_URL_API, (api) => api.query('select from jobs.job'))).rejects.toThrow(
    'permission denied for schema jobs',
  );
});

test('no function of the queues has its owner’s rights or may be called by everybody', async () => {
  const { rows } = await as(database.ownerUrl, (owner) =>
    owner.query(
      `select proname from pg_proc where pronamespace = $1::regnamespace
       and (prosecdef or has_function_privilege('samspill_api', oid, 'execute'))`,
      [QUEUE_SCHEMA],
    ),
  );
  expect(rows).toEqual([]);
});

test('the API’s login records neither rounds nor sweeps, so that nothing smuggled into it keeps one from being done', async () => {
  const { rows } = await as(database.ownerUrl, (owner) =>
    owner.query(
      `select login, of from unnest(array['samspill_api', 'samspill_operations', 'samspill_worker']) as login,
         unnest(array['job_round', 'job_status']) as of
       where has_any_column_privilege(login, of, 'insert, update') order by 1, 2`,
    ),
  );
  // The operators' login writes read models too, as the runner (ADR 0311).
  expect(rows).toEqual(
    ['samspill_operations', 'samspill_worker'].flatMap((login) =>
      ['job_round', 'job_status'].map((of) => ({ login, of })),
    ),
  );
});
