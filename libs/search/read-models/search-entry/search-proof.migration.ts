import type { MigrationInterface, QueryRunner } from 'typeorm';

/** `search_found` (see `NewestFirst`) searches for the proven tenant of the transaction. */
export class SearchProof1796000000004 implements MigrationInterface {
  name = 'SearchProof1796000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create or replace function search_found(sought_kind text, sought tsquery, most int) returns setof text
language plpgsql stable security definer
set search_path = public, pg_temp set enable_seqscan = off set jit = off as $$
declare
  here constant text := public.proven_tenant();
  looked_at int;
  found text[];
begin
  execute
    'select count(*), array_agg(key order by day desc nulls last, title, key) filter (where array_to_tsvector(words) @@ $3)
     from (select key, day, title, words from search_entry where tenant = $1 and kind = $2
           order by day desc nulls last, title, key limit ${NEWEST}) as newest'
    into looked_at, found using here, sought_kind, sought;
  if looked_at < ${NEWEST} or cardinality(found) >= most then
    return query select unnest(found[:most]);
  else
    return query execute
      'with met as materialized (
         select key, tenant, kind, day, title from search_entry where array_to_tsvector(words) @@ $3)
       select key from met where tenant = $1 and kind = $2 order by day desc nulls last, title, key limit $4'
      using here, sought_kind, sought, most;
  end if;
end $$;`);
  }

  /** No down migration, as for `ProvenPolicies`. */
  async down(): Promise<void> {
    throw new Error('The search demands a proof; restore a backup instead');
  }
}

/** Entries read first, see `NewestFirst`. */
const NEWEST = 500;
