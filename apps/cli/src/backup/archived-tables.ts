import type { ClientBase } from 'pg';
import type { DataSource } from 'typeorm';
import type { ReadModel } from '#platform/projections';

/** A table that is neither folded from the log nor left out. Names are not quoted. */
export interface ArchivedTable {
  readonly table: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
}

/** Tables that a backup leaves out, each with the reason. Every other table that is no read model's is in it. */
export const LEFT_OUT: ReadonlyMap<string, string> = new Map([
  ['event', 'the log: a section of its own, read from the engine that keeps it'],
  ['event_head', 'follows from the log'],
  ['log_follower', 'positions of the policies are a section of their own; those of read models begin anew'],
  ['followed_log', 'says which log this database follows, which after a restore is another one'],
  ['follower_halt', 'a policy begins again at the event that it stands still at'],
  ['follower_lease', 'of processes that run'],
  ['job_status', 'of processes that run; a restored installation has queues of its own'],
  ['kurrentdb_passage', 'positions of another engine'],
  ['login_key', 'of the logins of this database'],
  ['mail_possibly_sent', 'made by each restore'],
  ['openid_used', 'a code or token of a sign-in that is over minutes later'],
  ['rate_limit', 'counts of one minute'],
  ['schema_migration', 'the header names the migrations'],
  ['session', 'after a restore everybody signs in again'],
]);

/** Tables into which a migration has put a row, which a restore replaces. */
export const FILLED_AT_FIRST: ReadonlySet<string> = new Set(['openid_identity_key']);

/** Only these are read with the operators' own rights; the rest with the read models' writer's. */
export const OPERATORS_OWN: ReadonlySet<string> = new Set(['openid_identity_key']);

/** The tables of a backup, by name. */
export async function archivedTables(
  client: ClientBase,
  source: DataSource,
  readModels: readonly ReadModel[],
): Promise<readonly ArchivedTable[]> {
  const folded = readModels.map(({ entity }) => source.getMetadata(entity).tableName);
  const { rows } = await client.query<ArchivedTable>(TABLES, [
    // A rebuild fills a second table beside each.
    [...folded, ...folded.map((name) => `${name}__next`), ...LEFT_OUT.keys()],
  ]);
  return rows;
}

const TABLES = `
  select relname::text as "table", json_agg(json_build_object('name', attname, 'type', format_type(atttypid, atttypmod))
    order by attnum) as columns
  from pg_class join pg_attribute on attrelid = pg_class.oid
  where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and attnum > 0 and not attisdropped
    and attgenerated = '' and relname <> all($1::text[])
  group by relname order by relname`;
