import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A common word matches thousands of entries, of which only the newest few are requested. These are searched for among
 * the newest entries first; if they do not suffice, the word is rare enough for the index of words. That query uses the
 * index of words alone: with another index available, the planner would read every entry of a kind for a word without
 * matches.
 */
export class NewestFirst1795305601011 implements MigrationInterface {
  name = 'NewestFirst1795305601011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create index search_entry_newest on search_entry (municipality, kind, day desc nulls last);
create or replace function search_found(sought_kind text, sought tsquery, most int) returns setof text
language plpgsql stable security definer
set search_path = public, pg_temp set enable_seqscan = off set jit = off as $$
declare
  here constant text := current_setting('samspill.municipality', true);
  looked_at int;
  found text[];
begin
  execute
    'select count(*), array_agg(key order by day desc nulls last, title, key) filter (where array_to_tsvector(words) @@ $3)
     from (select key, day, title, words from search_entry where municipality = $1 and kind = $2
           order by day desc nulls last, title, key limit ${NEWEST}) as newest'
    into looked_at, found using here, sought_kind, sought;
  if looked_at < ${NEWEST} or cardinality(found) >= most then
    return query select unnest(found[:most]);
  else
    return query execute
      'with met as materialized (
         select key, municipality, kind, day, title from search_entry where array_to_tsvector(words) @@ $3)
       select key from met where municipality = $1 and kind = $2 order by day desc nulls last, title, key limit $4'
      using here, sought_kind, sought, most;
  end if;
end $$;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop index search_entry_newest;
create or replace function search_found(sought_kind text, sought tsquery, most int) returns setof text
language plpgsql stable security definer
set search_path = public, pg_temp set enable_seqscan = off set jit = off as $$
begin
  return query execute
    'select key from search_entry
      where municipality = $1 and kind = $2 and array_to_tsvector(words) @@ $3
      order by day desc nulls last, title, key
      limit $4'
    using current_setting('samspill.municipality', true), sought_kind, sought, most;
end $$;`);
  }
}

/**
 * Entries read first, as fast as a query to the index; a word in fewer than one of eighty entries is left to the index.
 */
const NEWEST = 500;
