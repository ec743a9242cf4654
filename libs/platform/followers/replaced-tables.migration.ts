import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A rebuild moves the tables that it replaces into a schema of their own, and drops them together at its end (ADR 0287).
 * Nobody has rights on the schema.
 */
export class ReplacedTables1796300011001 implements MigrationInterface {
  name = 'ReplacedTables1796300011001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create schema samspill_replaced');
    await runner.query('drop function rebuild_switch(text)');
    await runner.query(switchThat(`execute format('alter table public.%I set schema samspill_replaced', live)`));
    await runner.query(DROP_REPLACED);
    await runner.query(`
      revoke all on function rebuild_switch(text), rebuild_drop_replaced() from public;
      grant execute on function rebuild_switch(text), rebuild_drop_replaced() to samspill_runner`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function rebuild_switch(text), rebuild_drop_replaced()');
    await runner.query(switchThat(`execute format('drop table public.%I', live)`));
    await runner.query(`
      revoke all on function rebuild_switch(text) from public;
      grant execute on function rebuild_switch(text) to samspill_runner;
      drop schema samspill_replaced cascade`);
  }
}

const AS_OWNER = 'language plpgsql security definer set search_path = pg_catalog, pg_temp';

/** Replaces the live table. Indexes get the names of the live one's, so that later migrations find them. */
const switchThat = (takesAwayTheLiveTable: string): string => `
create function rebuild_switch(live text) returns void ${AS_OWNER} as $$
declare
  indexes record;
  names text[];
  besides text[];
begin
  select array_agg(it.name), array_agg(it.beside) into names, besides
  from public.rebuild_indexes(public.read_model_table(live)) as it;
  ${takesAwayTheLiveTable};
  execute format('alter table public.%I rename to %I', live || '__next', live);
  for indexes in select * from unnest(names, besides) as it(name, beside) loop
    execute format('alter index public.%I rename to %I', indexes.beside, indexes.name);
  end loop;
end $$`;

/** PostgreSQL looks through all its buffers once for each transaction that drops tables, however many they are. */
const DROP_REPLACED = `
create function rebuild_drop_replaced() returns void ${AS_OWNER} as $$
declare replaced text;
begin
  select string_agg(format('samspill_replaced.%I', it.relname), ', ') into replaced
  from pg_class as it where it.relnamespace = 'samspill_replaced'::regnamespace and it.relkind = 'r';
  if replaced is not null then
    execute 'drop table ' || replaced;
  end if;
end $$`;
