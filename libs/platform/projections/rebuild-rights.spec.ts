import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Client } from 'pg';
import { dedicatedConnection } from '#platform/database';
import { openGarden, type Garden } from './projections.examples.js';

// The functions of a rebuild have the owner's rights (ADR 0310).

let garden: Garden;
let runner: Client;

beforeAll(async () => {
  garden = await openGarden();
  await garden.asOwner(`create table seed_bag (bag_id text primary key)`);
  await garden.asOwner(`grant select, insert, update, delete on seed_bag to samspill_runner`);
  runner = await dedicatedConnection(garden.url, 'samspill_runner');
});
afterAll(async () => {
  await runner.end();
  await garden.close();
});

const FUNCTIONS = ['rebuild_create', 'rebuild_key', 'rebuild_complete', 'rebuild_drop', 'rebuild_switch'];

test('the functions act on the tables of read models and on no others', async () => {
  await runner.query(`select rebuild_create('bed')`);
  for (const table of [
    'event',
    'log_follower',
    'seed_bag',
    'bed__next',
    'pg_class',
    'public.bed',
    'nowhere',
    '',
    'a"b',
  ])
    for (const name of FUNCTIONS)
      await expect(runner.query(`select ${name}($1)`, [table])).rejects.toMatchObject({ code: '42501' });
  await runner.query(`select rebuild_drop('bed')`);
});

// All functions with the owner's rights are listed in test/database-catalogue.spec.ts.
test('the functions of a rebuild have a fixed search path, and only the runner may call them', async () => {
  const found = await garden.asOwner(
    `select proname as name, proconfig as settings,
       has_function_privilege('samspill_app', it.oid, 'execute') as app,
       has_function_privilege('samspill_runner', it.oid, 'execute') as runner
     from pg_proc as it where prosecdef and pronamespace = 'public'::regnamespace and proname ^@ 'rebuild_' order by 1`,
  );
  expect(found).toEqual(
    [...FUNCTIONS, 'rebuild_drop_replaced'].toSorted().map((name) => ({
      name,
      settings: ['search_path=pg_catalog, pg_temp'],
      app: false,
      runner: true,
    })),
  );
});

test('nobody but the owner reaches replaced tables', async () => {
  expect(
    await garden.asOwner(`select rolname as name from pg_roles where has_schema_privilege(rolname, 'samspill_replaced', 'usage')
      and rolname ^@ 'samspill_' and not pg_has_role(rolname, current_user, 'usage')`),
  ).toEqual([]);
  await expect(runner.query('select from samspill_replaced.bed')).rejects.toMatchObject({ code: '42501' });
});

test('the runner neither owns a table nor may make one', async () => {
  await expect(runner.query('create table own (id int)')).rejects.toMatchObject({ code: '42501' });
  await expect(runner.query('drop table bed')).rejects.toMatchObject({ code: '42501' });
  await expect(runner.query('alter table bed disable row level security')).rejects.toMatchObject({ code: '42501' });
});
