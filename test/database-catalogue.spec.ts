import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { migrations } from '../apps/composition/src/index.js';
import { migrate } from '#platform/database';
import { freshDatabase, type FreshDatabase } from './postgres.js';

// The isolation of tenants, checked in PostgreSQL's own catalogue over every table, view and function.

let database: FreshDatabase;
let owner: Client;
beforeAll(async () => {
  database = await freshDatabase();
  await migrate(database.ownerUrl, migrations, database.logins);
  owner = new Client(database.ownerUrl);
  await owner.connect();
}, 60_000);
afterAll(async () => {
  await owner.end();
  await database.drop();
});

const names = async (sql: string): Promise<readonly string[]> =>
  (await owner.query<{ name: string }>(sql)).rows.map(({ name }) => name);

const TABLES = `pg_class as it where it.relkind in ('r', 'p') and it.relnamespace = 'public'::regnamespace`;
const OF_TENANTS = `exists (select from pg_attribute where attrelid = it.oid and attname = 'tenant' and not attisdropped)`;

test('row-level security is enabled and forced on every table of tenants', async () => {
  expect(
    await names(`select relname as name from ${TABLES} and ${OF_TENANTS}
      and not (relrowsecurity and relforcerowsecurity) order by 1`),
  ).toEqual([]);
  expect((await names(`select relname as name from ${TABLES} and ${OF_TENANTS}`)).length).toBeGreaterThan(25);
});

test('the application sees a table of tenants through a policy that names the tenant, and no other', async () => {
  const shown = await names(`select distinct pg_get_expr(polqual, polrelid) as name from pg_policy
    where 'samspill_app'::regrole = any(polroles) or polroles = '{0}'`);
  expect(shown).toEqual(['(tenant = ( SELECT proven_tenant() AS proven_tenant))']);
});

test('a query without a tenant gives no rows, and none can be written', async () => {
  await owner.query(
    `insert into registry_service_unit (service_unit_id, tenant, name, closures, revision)
     select gen_random_uuid(), '3203', 'BFE', '[]', 0`,
  );
  const app = new Client(database.environment.DATABASE_URL_API);
  await app.connect();
  try {
    const shared = await names(`select quote_ident(relname) as name from ${TABLES} and relforcerowsecurity`);
    for (const table of shared) expect([table, (await app.query(`select from ${table}`)).rowCount]).toEqual([table, 0]);
    await expect(
      app.query(`insert into meetings_protocol_draft (meeting_id, revision, tenant, content, saved_by)
        values (gen_random_uuid(), 1, '3203', '{}', gen_random_uuid())`),
    ).rejects.toThrow(/row-level security/);
  } finally {
    await app.end();
  }
});

/** Keys that no login of the application writes: positions are given by the log, and followers' notes are the worker's. */
const KEYS_ACROSS_TENANTS = ['event_position', 'follower_halt_pkey', 'policy_refusal_pkey'];

test('every unique key of a table that tenants share begins with the tenant', async () => {
  expect(
    await names(`select index.relname as name from ${TABLES.replace('where', 'join pg_index on indrelid = it.oid join pg_class as index on index.oid = indexrelid where')}
      and it.relforcerowsecurity and indisunique and (
        select attname from pg_attribute where attrelid = it.oid and attnum = indkey[0]) is distinct from 'tenant'
      order by 1`),
  ).toEqual(KEYS_ACROSS_TENANTS);
  expect(
    await names(`select relname as name from ${TABLES} and relname in ('event', 'follower_halt', 'policy_refusal')
      and has_table_privilege('samspill_app', it.oid, 'insert, update, delete')`),
  ).toEqual([]);
});

/** The positions of the log, known to all; notes that are counted for all; operators that are asked after the policy. */
const INDEXES_ACROSS_TENANTS = [...KEYS_ACROSS_TENANTS, 'meetings_meeting_of_units', 'search_entry_words'].sort();

test('every index of a table that tenants share begins with the tenant, so that no plan tells of rows of another', async () => {
  expect(
    await names(`select index.relname as name from ${TABLES.replace('where', 'join pg_index on indrelid = it.oid join pg_class as index on index.oid = indexrelid where')}
      and it.relforcerowsecurity and (
        select attname from pg_attribute where attrelid = it.oid and attnum = indkey[0]) is distinct from 'tenant'
      order by 1`),
  ).toEqual(INDEXES_ACROSS_TENANTS);
  // Of these two, the operators: a condition that is leakproof may be asked before the policy.
  expect(
    await names(`select distinct amopopr::regoperator::text as name from pg_index join pg_amop on amopfamily in (
        select opcfamily from pg_opclass where oid = any(indclass))
      join pg_operator as operator on operator.oid = amopopr join pg_proc on pg_proc.oid = oprcode
      where indexrelid in ('meetings_meeting_of_units'::regclass, 'search_entry_words'::regclass) and proleakproof`),
  ).toEqual([]);
});

test('every view has the rights of whoever reads it', async () => {
  expect(
    await names(`select relname as name from pg_class as it where relnamespace = 'public'::regnamespace
      and (relkind = 'm' or relkind = 'v' and not coalesce(reloptions @> '{security_invoker=true}', false))`),
  ).toEqual([]);
});

test('only those who compare read models may make temporary tables', async () => {
  expect(
    await names(`select name from unnest(array['samspill_app', 'samspill_operator', 'samspill_runner',
        'samspill_api', 'samspill_worker', 'samspill_operations']) as name
      where has_database_privilege(name, current_database(), 'temporary') order by 1`),
  ).toEqual(['samspill_operations', 'samspill_runner', 'samspill_worker']);
});

test('every function with the rights of its owner is listed here and has a fixed search path', async () => {
  const { rows } = await owner.query<{ name: string; path: string | null }>(
    `select proname as name, (select it from unnest(proconfig) as it where it like 'search_path=%') as path
     from pg_proc where prosecdef and pronamespace = 'public'::regnamespace order by 1`,
  );
  expect(rows.map(({ name }) => name)).toEqual([
    'append_event',
    'append_events',
    'confirm_session',
    'end_sessions_before',
    'end_sessions_of_provider',
    'halted_tenants',
    'mail_dispatch_counts',
    'policy_refusal_counts',
    'proven_tenant',
    'rebuild_complete',
    'rebuild_create',
    'rebuild_drop',
    'rebuild_drop_replaced',
    'rebuild_key',
    'rebuild_switch',
    'search_found',
    'served_municipalities',
    'session_opened',
    'try_writing',
  ]);
  for (const { path } of rows) expect(path).toMatch(/^search_path=(pg_catalog|public), pg_temp$/);
});

test('sessions are used by the application only, and nobody reads what they are found by', async () => {
  const grants = await names(`
    select distinct grantee::regrole || ' ' || privilege_type || case when attname is null then '' else ' ' || attname end as name
    from (select attname, (aclexplode(attacl)).* from pg_attribute where attrelid = 'session'::regclass
      union all select null, (aclexplode(relacl)).* from pg_class where oid = 'session'::regclass) as granted
    where grantee <> (select relowner from pg_class where oid = 'session'::regclass) order by 1`);
  const read = ['began_at', 'browser', 'person_id', 'session_id', 'system', 'tenant', 'used_at', 'via'];
  expect(grants).toEqual([
    'samspill_app DELETE',
    'samspill_app INSERT',
    ...read.map((column) => `samspill_app SELECT ${column}`),
    'samspill_app UPDATE used_at',
  ]);
  const operator = new Client(database.environment.DATABASE_URL_OPERATOR);
  await operator.connect();
  try {
    await expect(operator.query('select from session')).rejects.toThrow(/permission denied/);
    await expect(operator.query(`select session_opened('9901', '')`)).rejects.toThrow(/permission denied/);
  } finally {
    await operator.end();
  }
});
