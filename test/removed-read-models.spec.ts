import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { DataSource, type QueryRunner } from 'typeorm';
import { migrate } from '#platform/database';
import { migrations } from '../apps/composition/src/index.js';
import { LoadOfFacts1796100000011 } from '../libs/actions/read-models/workload/load-of-facts.migration.js';
import { AttendanceOfFacts1796100000010 } from '../libs/meetings/read-models/attendance/attendance-of-facts.migration.js';
import { migratedDatabase, type FreshDatabase } from './postgres.js';

// A database of an earlier version, whose read models are no longer folded, is migrated and back.

jest.setTimeout(60_000);

const REMOVING = [AttendanceOfFacts1796100000010, LoadOfFacts1796100000011];
const TABLES = ['actions_carried', 'meetings_attended', 'meetings_service_duty'];
const MODELS = ['attended-meeting', 'carried-action', 'service-duty'];

let database: FreshDatabase;
let owner: DataSource;
beforeAll(async () => {
  database = await migratedDatabase(migrations.filter((it) => !REMOVING.some((other) => other === it)));
  owner = await new DataSource({ type: 'postgres', url: database.ownerUrl }).initialize();
});
afterAll(async () => {
  await owner.destroy();
  await database.drop();
});

const names = async (sql: string) => (await owner.query<{ name: string }[]>(sql)).map(({ name }) => name);
const tables = () =>
  names(`select relname as name from pg_class where relname in ('${TABLES.join("', '")}') order by 1`);
/** Columns, keys, indexes, policies and rights. */
const shape = () =>
  Promise.all(
    [
      `select table_name, column_name, data_type, is_nullable from information_schema.columns where table_name = any($1) order by 1, 2`,
      `select tablename, indexdef from pg_indexes where tablename = any($1) order by 1, 2`,
      `select tablename, policyname, roles, qual, with_check from pg_policies where tablename = any($1) order by 1, 2`,
      `select relname, relacl::text, relrowsecurity, relforcerowsecurity from pg_class where relname = any($1) order by 1`,
    ].map((sql) => owner.query<object[]>(sql, [TABLES])),
  );

test('read models that are folded no more lose their tables, checkpoints and halts, and an earlier version gets empty ones', async () => {
  const others = ['unit-month', ...MODELS];
  await owner.query(
    `insert into log_follower (kind, name, version, position, state)
     select 'read-model', name, 1, 7, 'following' from unnest($1::text[]) as name`,
    [others],
  );
  await owner.query(
    `insert into follower_halt (kind, name, tenant, position, event_id, type, failure)
     select 'read-model', name, '9901', 7, gen_random_uuid(), 'a.Type', 'failed' from unnest($1::text[]) as name`,
    [others],
  );
  const before = await shape();
  expect(await tables()).toEqual(TABLES);

  await migrate(database.ownerUrl, migrations, database.logins);
  expect(await tables()).toEqual([]);
  expect(await names('select name from log_follower')).toEqual(['unit-month']);
  expect(await names('select name from follower_halt')).toEqual(['unit-month']);

  const runner: QueryRunner = owner.createQueryRunner();
  for (const Removing of REMOVING) await new Removing().down(runner);
  await runner.release();
  expect(await shape()).toEqual(before);
});
