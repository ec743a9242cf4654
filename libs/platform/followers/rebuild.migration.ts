import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Functions by which a rebuild makes and replaces tables. They have the owner's rights, since the runner owns no table.
 * Each takes the name of a live table and acts on it and on the new one beside it, `<name>__next`; all definitions are
 * copied from the live table, so that a caller can neither name another table nor give a statement (ADR 0310).
 */
export class CreateRebuildFunctions1795880190001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [READ_MODEL_TABLE, INDEXES_OF, CREATE, INDEX, KEY, RULES, COMPLETE, DROP, SWITCH])
      await runner.query(sql);
    for (const name of FUNCTIONS)
      await runner.query(`
        revoke all on function ${name} from public;
        grant execute on function ${name} to samspill_runner`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function ${[...FUNCTIONS, 'rebuild_index(text, boolean)', 'rebuild_rules(text)'].join(', ')};
      drop function rebuild_indexes(regclass);
      drop function read_model_table(text)`);
  }
}

/** The functions that the runner may call. The others run with the rights of the function that calls them. */
const FUNCTIONS = [
  'rebuild_create(text)',
  'rebuild_key(text)',
  'rebuild_complete(text)',
  'rebuild_drop(text)',
  'rebuild_switch(text)',
];

const PINNED = 'set search_path = pg_catalog, pg_temp';
const AS_OWNER = `language plpgsql security definer ${PINNED}`;

/** The table of a read model: tenants' rows that the runner writes and the application only reads. */
const READ_MODEL_TABLE = `
create function read_model_table(live text) returns regclass language plpgsql stable ${PINNED} as $$
declare found regclass;
begin
  select it.oid into found from pg_class as it
  where it.relnamespace = 'public'::regnamespace and it.relname = live and it.relkind = 'r'
    and right(live, 6) <> '__next' and it.relrowsecurity and it.relforcerowsecurity
    and has_table_privilege('samspill_runner', it.oid, 'insert, update')
    and not has_table_privilege('samspill_app', it.oid, 'insert, update');
  if found is null then
    raise exception '% is no table of a read model', live using errcode = 'insufficient_privilege';
  end if;
  return found;
end $$`;

/**
 * Keys and indexes of a table. `beside` is the name until the switch-over, since names are unique in a schema; `shape`
 * is the text after `on <table>` of an index, or after the name of a constraint.
 */
const INDEXES_OF = `
create function rebuild_indexes(live regclass)
returns table (name text, beside text, is_primary boolean, is_unique boolean, is_constraint boolean, shape text)
language sql stable ${PINNED} as $$
  select named.relname::text, 'samspill_next_' || it.indexrelid, it.indisprimary, it.indisunique, rule.oid is not null,
    coalesce(pg_get_constraintdef(rule.oid), substring(pg_get_indexdef(it.indexrelid) from ' ON \\S+ (.*)$'))
  from pg_index as it
    join pg_class as named on named.oid = it.indexrelid
    left join pg_constraint as rule on rule.conindid = it.indexrelid and rule.conrelid = it.indrelid
  where it.indrelid = live order by it.indexrelid
$$`;

const CREATE = `
create function rebuild_create(live text) returns void ${AS_OWNER} as $$
declare new_name text := live || '__next';
begin
  perform public.read_model_table(live);
  execute format('drop table if exists public.%I', new_name);
  execute format('create table public.%I (like public.%I including all excluding indexes)', new_name, live);
  execute format('revoke all on public.%I from public', new_name);
  execute format('grant select, insert, update, delete on public.%I to samspill_runner', new_name);
end $$`;

/** Builds the missing keys and indexes of the new table; with `only_key`, its primary key alone. */
const INDEX = `
create function rebuild_index(live text, only_key boolean) returns void language plpgsql ${PINNED} as $$
declare
  new_name text := live || '__next';
  missing record;
begin
  for missing in
    select it.* from public.rebuild_indexes(public.read_model_table(live)) as it
    where (it.is_primary or not only_key) and to_regclass(format('public.%I', it.beside)) is null
  loop
    if missing.is_constraint then
      execute format('alter table public.%I add constraint %I %s', new_name, missing.beside, missing.shape);
    else
      execute format('create %s index %I on public.%I %s',
        case when missing.is_unique then 'unique' else '' end, missing.beside, new_name, missing.shape);
    end if;
  end loop;
end $$`;

const KEY = `
create function rebuild_key(live text) returns void ${AS_OWNER} as $$
begin
  perform public.rebuild_index(live, true);
end $$`;

/** Copies row-level security and rights. */
const RULES = `
create function rebuild_rules(live text) returns void language plpgsql ${PINNED} as $$
declare
  new_name text := live || '__next';
  rule record;
begin
  execute format('alter table public.%I enable row level security', new_name);
  execute format('alter table public.%I force row level security', new_name);
  for rule in
    select it.polname as name, it.polpermissive as permissive,
      case it.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete'
        else 'all' end as command,
      (select string_agg(case when one = 0 then 'public' else quote_ident(pg_get_userbyid(one)) end, ', ')
       from unnest(it.polroles) as one) as roles,
      pg_get_expr(it.polqual, it.polrelid) as shown, pg_get_expr(it.polwithcheck, it.polrelid) as accepted
    from pg_policy as it where it.polrelid = public.read_model_table(live) order by it.oid
  loop
    execute format('create policy %I on public.%I as %s for %s to %s%s%s', rule.name, new_name,
      case when rule.permissive then 'permissive' else 'restrictive' end, rule.command, rule.roles,
      ' using (' || rule.shown || ')', ' with check (' || rule.accepted || ')');
  end loop;
  for rule in
    select string_agg(given.privilege_type, ', ') as rights,
      case when given.grantee = 0 then 'public' else quote_ident(pg_get_userbyid(given.grantee)) end as holder
    from pg_class as it cross join lateral aclexplode(it.relacl) with ordinality as given
    where it.oid = public.read_model_table(live) and given.grantee <> it.relowner
    group by given.grantee order by min(given.ordinality)
  loop
    execute format('grant %s on public.%I to %s', rule.rights, new_name, rule.holder);
  end loop;
end $$`;

/**
 * Ends with an analysis of the columns, so that the planner has statistics before the first query. JSON columns and
 * expressions, which take longest and say least, are left to autovacuum: an analysis of some columns does not count as
 * one of the table.
 */
const COMPLETE = `
create function rebuild_complete(live text) returns void ${AS_OWNER} as $$
begin
  perform public.rebuild_index(live, false);
  perform public.rebuild_rules(live);
  execute format('analyze public.%I (%s)', live || '__next', (
    select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
    where attrelid = public.read_model_table(live) and attnum > 0 and not attisdropped
      and atttypid not in ('json'::regtype, 'jsonb'::regtype)));
end $$`;

const DROP = `
create function rebuild_drop(live text) returns void ${AS_OWNER} as $$
begin
  perform public.read_model_table(live);
  execute format('drop table if exists public.%I', live || '__next');
end $$`;

/** Indexes get the names of the live one's, so that later migrations find them. */
const SWITCH = `
create function rebuild_switch(live text) returns void ${AS_OWNER} as $$
declare
  indexes record;
  names text[];
  besides text[];
begin
  select array_agg(it.name), array_agg(it.beside) into names, besides
  from public.rebuild_indexes(public.read_model_table(live)) as it;
  execute format('drop table public.%I', live);
  execute format('alter table public.%I rename to %I', live || '__next', live);
  for indexes in select * from unnest(names, besides) as it(name, beside) loop
    execute format('alter index public.%I rename to %I', indexes.beside, indexes.name);
  end loop;
end $$`;
