import type { Client } from 'pg';
import { tenantTable } from '#platform/database';
import { quoted } from '#platform/followers';
import type { RowTable } from './row-table.js';

/** Where a read model is built, beside the live one. */
export const shadowOf = (table: RowTable): RowTable => table.named(`${table.name}__next`);

/** Does `statements` with the owner's rights, and puts them aside again; an error undoes both. */
const asOwner = (client: Client, statements: string) =>
  client.query(`set role none; ${statements}; set role samspill_runner`);

/** An empty table like the live one, with its indexes, rules and rights. What a crashed rebuild left is thrown away. */
export async function createShadow(client: Client, live: RowTable): Promise<RowTable> {
  const shadow = shadowOf(live);
  await asOwner(
    client,
    `drop table if exists "${shadow.name}";
     create table "${shadow.name}" (like "${live.name}" including all);
     ${tenantTable(`"${shadow.name}"`)}`,
  );
  return shadow;
}

export const dropShadow = (client: Client, live: RowTable) =>
  asOwner(client, `drop table if exists "${shadowOf(live).name}"`);

/** Lets the planner know what the table holds before anyone asks it. */
export const analyseShadow = (client: Client, live: RowTable) => asOwner(client, `analyze "${shadowOf(live).name}"`);

/**
 * Puts the shadow in the live table's place; inside the caller's transaction. Readers wait for the few milliseconds until
 * it commits. Indexes get the names that the live one's had, so that later migrations find them.
 */
export async function switchOver(client: Client, live: RowTable): Promise<void> {
  const shadow = shadowOf(live).name;
  const { rows } = await client.query<{ old: string; built: string }>(INDEX_PAIRS, [live.name, shadow]);
  const renamed = rows.map(({ old, built }) => `alter index ${built} rename to "${old}"`);
  await asOwner(
    client,
    [`drop table "${live.name}"`, `alter table "${shadow}" rename to "${live.name}"`, ...renamed].join('; '),
  );
}

/** How long a switch-over waits for those who read the table, so that those who come after them do not wait long either. */
export const waitAtMost = (client: Client, ms: number) => client.query(`set local lock_timeout = ${quoted(`${ms}ms`)}`);

/** Indexes of two tables that are alike in all but their names. */
const INDEX_PAIRS = `
  with numbered as (
    select it.indrelid, it.indexrelid, relname,
      row_number() over (partition by it.indrelid order by shape, it.indexrelid) as nr, shape
    from pg_index as it join pg_class on pg_class.oid = it.indexrelid,
      lateral (select regexp_replace(pg_get_indexdef(it.indexrelid), ' INDEX \\S+ ON \\S+ ', ' ') as shape)
  )
  select live.relname as old, built.indexrelid::regclass::text as built
  from numbered as live join numbered as built on built.nr = live.nr and built.shape = live.shape
  where live.indrelid = to_regclass($1) and built.indrelid = to_regclass($2)`;
