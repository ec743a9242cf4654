import type { ClientBase } from 'pg';
import type { Row } from './archive-format.js';
import { FILLED_AT_FIRST } from './archived-tables.js';

/** The tables of the database and their columns' types. */
export type KnownTables = ReadonlyMap<string, ReadonlyMap<string, string>>;

export async function knownTables(owner: ClientBase): Promise<KnownTables> {
  const { rows } = await owner.query<{ table: string; columns: Record<string, string> }>(`
    select relname::text as "table", json_object_agg(attname, format_type(atttypid, atttypmod)) as columns
    from pg_class join pg_attribute on attrelid = pg_class.oid
    where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and attnum > 0 and not attisdropped
      and attgenerated = ''
    group by relname`);
  return new Map(rows.map(({ table, columns }) => [table, new Map(Object.entries(columns))]));
}

/** Columns of the archive that the table lacks, or the table itself. */
export function unknownIn(known: KnownTables, table: string, columns: readonly string[]): readonly string[] {
  const there = known.get(table);
  return there === undefined ? [table] : columns.filter((column) => !there.has(column)).map((it) => `${table}.${it}`);
}

/** The statement that inserts a page of rows, given as JSON. */
export function insertInto(
  owner: ClientBase,
  known: KnownTables,
  table: string,
  columns: readonly string[],
): (rows: readonly Row[]) => Promise<void> {
  const types = known.get(table)!;
  const text = `
    insert into ${owner.escapeIdentifier(table)} (${columns.map((column) => owner.escapeIdentifier(column)).join(', ')})
    select ${columns.map((column, i) => `(row->>${i})::${types.get(column)!}`).join(', ')}
    from json_array_elements($1::json) as it(row)`;
  return async (rows) => {
    await owner.query(text, [JSON.stringify(rows)]);
  };
}

/** Empties a table into which a migration has put a row. */
export async function makeRoom(owner: ClientBase, table: string): Promise<void> {
  if (FILLED_AT_FIRST.has(table)) await owner.query(`delete from ${owner.escapeIdentifier(table)}`);
}

/** Tables in which there is something; of those that a migration fills, only what people did. */
export async function filledTables(owner: ClientBase, known: KnownTables): Promise<readonly string[]> {
  const filled: string[] = [];
  for (const table of known.keys()) {
    if (EMPTY_ENOUGH.has(table) || FILLED_AT_FIRST.has(table)) continue;
    const { rowCount } = await owner.query(`select from ${owner.escapeIdentifier(table)} limit 1`);
    if (rowCount! > 0) filled.push(table);
  }
  return filled;
}

/** Rows that a migration, or a start on an empty log, leaves in an installation without any event. */
const EMPTY_ENOUGH: ReadonlySet<string> = new Set([
  'event_head',
  'followed_log',
  'follower_lease',
  'job_status',
  'kurrentdb_passage',
  'log_follower',
  'login_key',
  'rate_limit',
  'schema_migration',
]);
