import type { MigrationInterface, QueryRunner } from 'typeorm';
import { municipalityTable } from '#platform/database';

/**
 * The index of words cannot be used under row-level security, which only lets leakproof operators run before it. So a
 * function queries it with its owner's rights, for the municipality of the transaction, and returns keys only. It
 * always uses the index, since the planner's seemingly cheap scan of all rows would compute each row's words again.
 */
export class SearchEntry1795305600600 implements MigrationInterface {
  name = 'SearchEntry1795305600600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table search_entry (
  key text primary key,
  municipality text not null,
  kind text not null,
  title text not null,
  day date,
  about jsonb not null,
  words text[] not null
);
create index search_entry_words on search_entry using gin (array_to_tsvector(words)) with (fastupdate = off);
${municipalityTable('search_entry')}
create function search_found(sought_kind text, sought tsquery, most int) returns setof text
language plpgsql stable security definer
set search_path = public, pg_temp set enable_seqscan = off set jit = off as $$
begin
  return query execute
    'select key from search_entry
      where municipality = $1 and kind = $2 and array_to_tsvector(words) @@ $3
      order by day desc nulls last, title, key
      limit $4'
    using current_setting('samspill.municipality', true), sought_kind, sought, most;
end $$;
revoke all on function search_found from public;
grant execute on function search_found to samspill_app;
grant create on schema public to samspill_runner;
alter function search_found owner to samspill_runner;
revoke create on schema public from samspill_runner;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function search_found; drop table search_entry');
  }
}
