import type { Client } from 'pg';
import { tenantTable } from '#platform/database';
import { quoted } from '#platform/followers';
import type { RowTable } from './row-table.js';

/** Where a read model is built, beside the live one. */
export const shadowOf = (table: RowTable): RowTable => table.named(`${table.name}__next`);

/** Does `statements` with the owner's rights, and puts them aside again; an error undoes both. */
const asOwner = (client: Client, statements: readonly string[]) =>
  client.query(['set role none', ...statements, 'set role samspill_runner'].join('; '));

/**
 * An empty table like the live one, with its rules, rights and primary key; the other indexes are made when it is full,
 * which is several times faster. What a crashed rebuild left is thrown away.
 */
export async function createShadow(client: Client, live: RowTable): Promise<RowTable> {
  const shadow = shadowOf(live);
  const indexes = await indexesOf(client, live);
  await asOwner(client, [
    `drop table if exists "${shadow.name}"`,
    `create table "${shadow.name}" (like "${live.name}" including all excluding indexes)`,
    ...indexes.filter(({ primary }) => primary).map((index) => create(index, shadow)),
    tenantTable(`"${shadow.name}"`),
  ]);
  return shadow;
}

/** Makes the indexes that the live table has, and lets the planner know what is in the table before anyone asks it. */
export async function indexShadow(client: Client, live: RowTable): Promise<void> {
  const shadow = shadowOf(live);
  const indexes = await indexesOf(client, live);
  await asOwner(client, [
    ...indexes.filter(({ primary }) => !primary).map((index) => create(index, shadow)),
    `analyze "${shadow.name}"`,
  ]);
}

export const dropShadow = (client: Client, live: RowTable) =>
  asOwner(client, [`drop table if exists "${shadowOf(live).name}"`]);

/**
 * Puts the shadow in the live table's place; inside the caller's transaction. Readers wait for the few milliseconds until
 * it commits. Indexes get the names that the live one's had, so that later migrations find them.
 */
export async function switchOver(client: Client, live: RowTable): Promise<void> {
  const indexes = await indexesOf(client, live);
  await asOwner(client, [
    `drop table "${live.name}"`,
    `alter table "${shadowOf(live).name}" rename to "${live.name}"`,
    ...indexes.map((index) => `alter index ${nameOf(index)} rename to "${index.name}"`),
  ]);
}

/** How long a switch-over waits for those who read the table, so that those who come after them do not wait long either. */
export const waitAtMost = (client: Client, ms: number) => client.query(`set local lock_timeout = ${quoted(`${ms}ms`)}`);

interface Index {
  readonly oid: number;
  readonly name: string;
  readonly primary: boolean;
  /** What comes after `on <table>` of an index, or after the name of a constraint. */
  readonly shape: string;
  readonly unique: boolean;
  readonly constraint: boolean;
}

/** Its name until the switch-over: two indexes of one schema cannot have the same. */
const nameOf = ({ oid }: Index): string => `samspill_next_${oid}`;

const create = (index: Index, table: RowTable): string =>
  index.constraint
    ? `alter table "${table.name}" add constraint ${nameOf(index)} ${index.shape}`
    : `create ${index.unique ? 'unique ' : ''}index ${nameOf(index)} on "${table.name}" ${index.shape}`;

const indexesOf = async (client: Client, table: RowTable): Promise<readonly Index[]> =>
  (await client.query<Index>(INDEXES, [table.name])).rows;

const INDEXES = `
  select it.indexrelid as oid, named.relname as name, it.indisprimary as primary, it.indisunique as unique,
    rule.oid is not null as constraint,
    coalesce(pg_get_constraintdef(rule.oid), substring(pg_get_indexdef(it.indexrelid) from ' ON \\S+ (.*)$')) as shape
  from pg_index as it
    join pg_class as named on named.oid = it.indexrelid
    left join pg_constraint as rule on rule.conindid = it.indexrelid and rule.conrelid = it.indrelid
  where it.indrelid = to_regclass($1) order by 1`;
