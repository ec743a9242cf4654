import type { Client } from 'pg';
import { tenantTable } from '#platform/database';
import { quoted } from '#platform/followers';
import type { RowTable } from './row-table.js';

/** The table in which a read model is built, beside the live one. */
export const shadowOf = (table: RowTable): RowTable => table.named(`${table.name}__next`);

/** Runs `statements` with the owner's rights, then drops the rights again; an error undoes both. */
const asOwner = (client: Client, statements: readonly string[]) =>
  client.query(['set role none', ...statements, 'set role samspill_runner'].join('; '));

/**
 * Creates an empty table like the live one, with its constraints and columns. Keys, indexes and row-level security
 * follow when it is full: filling it is then several times faster, and `COPY` refuses a table with row-level security.
 * Until then only the runner has rights on it. Removes what a crashed rebuild left.
 */
export async function createShadow(client: Client, live: RowTable): Promise<RowTable> {
  const shadow = shadowOf(live);
  await asOwner(client, [
    `drop table if exists "${shadow.name}"`,
    `create table "${shadow.name}" (like "${live.name}" including all excluding indexes)`,
    `revoke all on "${shadow.name}" from public`,
    `grant select, insert, update, delete on "${shadow.name}" to samspill_runner`,
  ]);
  return shadow;
}

/** Gives the shadow its primary key. */
export async function keyShadow(client: Client, live: RowTable): Promise<void> {
  const indexes = await indexesOf(client, live);
  await asOwner(
    client,
    indexes.filter(({ primary }) => primary).map((index) => create(index, shadowOf(live))),
  );
}

/**
 * Builds the live table's keys and indexes that are missing, sets its rights and row-level security, and analyses its
 * columns, so that the planner has statistics before the first query. JSON columns and expressions, which take longest
 * and say least, are left to autovacuum: an analysis of some columns does not count as one of the table.
 */
export async function completeShadow(client: Client, live: RowTable): Promise<void> {
  const shadow = shadowOf(live);
  const built = new Set((await indexesOf(client, shadow)).map(({ name }) => name));
  const indexes = await indexesOf(client, live);
  await asOwner(client, [
    ...indexes.filter((index) => !built.has(nameOf(index))).map((index) => create(index, shadow)),
    tenantTable(`"${shadow.name}"`),
    `analyze "${shadow.name}" (${live.columns
      .filter(isAnalysed)
      .map(({ name }) => `"${name}"`)
      .join(', ')})`,
  ]);
}

const isAnalysed = ({ type }: RowTable['columns'][number]): boolean => !type.startsWith('json');

export const dropShadow = (client: Client, live: RowTable) =>
  asOwner(client, [`drop table if exists "${shadowOf(live).name}"`]);

/**
 * Replaces the live table by the shadow; inside the caller's transaction. Readers wait the few milliseconds until it
 * commits. Indexes get the names of the live one's, so that later migrations find them.
 */
export async function switchOver(client: Client, live: RowTable): Promise<void> {
  const indexes = await indexesOf(client, live);
  await asOwner(client, [
    `drop table "${live.name}"`,
    `alter table "${shadowOf(live).name}" rename to "${live.name}"`,
    ...indexes.map((index) => `alter index ${nameOf(index)} rename to "${index.name}"`),
  ]);
}

/** Limits how long a switch-over waits for current readers, since later readers wait behind it. */
export const waitAtMost = (client: Client, ms: number) => client.query(`set local lock_timeout = ${quoted(`${ms}ms`)}`);

interface Index {
  readonly oid: number;
  readonly name: string;
  readonly primary: boolean;
  /** The text after `on <table>` of an index, or after the name of a constraint. */
  readonly shape: string;
  readonly unique: boolean;
  readonly constraint: boolean;
}

/** Temporary name until the switch-over: index names are unique in a schema. */
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
