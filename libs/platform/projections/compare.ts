import type { Client, ClientBase } from 'pg';
import { dedicatedConnection, runnerUrlOf } from '#platform/database';
import { decoder, describeFault, HALTS, passedOverBy, type Halt } from '#platform/followers';
import { isFollowing } from './batch.js';
import { haltedOf, statusesOf } from './checkpoints.js';
import { foldLog, type Progress } from './fold-log.js';
import { FoldFailed, Folding, nothingLeftOut, type LeftOut } from './folding.js';
import { NewTable } from './new-table.js';
import { wantedBy, type ReadModel } from './read-model.js';
import type { ProjectionSource } from './rebuild.js';
import { RowTable } from './row-table.js';
import { SavepointTable } from './savepoint-table.js';

/** A row that differs from a fresh fold of the log. */
export interface RowDifference {
  readonly key: string;
  /** `missing` in the live table, `extra` in it, or `changed` in these columns. */
  readonly kind: 'missing' | 'extra' | 'changed';
  readonly columns: readonly string[];
}

export interface Comparison {
  readonly readModel: string;
  readonly table: string;
  /** Position of the last event compared. */
  readonly position: bigint;
  /** Number of rows from a fresh fold. */
  readonly rows: number;
  readonly differences: number;
  /** The first differences, by key. */
  readonly examples: readonly RowDifference[];
  /** Why it was not compared: it is being built, or is stopped at an event. */
  readonly notCompared?: string;
}

export interface CompareOptions {
  readonly onProgress?: Progress;
  readonly signal?: AbortSignal;
  readonly rowsInMemory?: number;
}

const EXAMPLES = 20;

/**
 * Folds the log into temporary tables and compares them with the live ones, row by row and column by column, as text.
 * Uses one snapshot of the database, in which each live table is exactly at its checkpoint: it blocks nobody and leaves
 * nothing behind. A halted tenant is compared up to its halt; a model that cannot take an event is not compared.
 */
export async function compareWithFreshFold(
  { source, events, catalog, readModels }: ProjectionSource,
  { onProgress, signal = new AbortController().signal, rowsInMemory }: CompareOptions = {},
): Promise<readonly Comparison[]> {
  const client = await dedicatedConnection(runnerUrlOf(source), 'samspill_runner');
  try {
    // This transaction blocks nobody, and reading a large log takes long.
    await client.query('begin isolation level repeatable read; set local idle_in_transaction_session_timeout = 0');
    const status = await statusesOf(client, readModels);
    const at = (model: ReadModel) => status.get(model.name)?.position ?? 0n;
    const comparable = readModels.filter((model) => isFollowing(model, status.get(model.name)));
    const foldings: Folding[] = [];
    const { rows: halts } = await client.query<Halt>(`${HALTS} where kind = 'read-model'`);
    const halted = haltedOf(halts);
    for (const model of comparable) {
      const leftOut = {
        passedOver: await passedOverBy(client, 'read-model', model.name),
        halted: halted.get(model.name) ?? nothingLeftOut.halted,
      };
      foldings.push(await fresh(client, model, RowTable.of(source, model), leftOut));
    }
    const { failures } = await foldLog([client], foldings, {
      events,
      decode: decoder(catalog, wantedBy(comparable)),
      onProgress,
      signal,
      rowsInMemory,
      upTo: ({ model }) => at(model),
    });
    const comparisons: Comparison[] = [];
    for (const model of readModels) {
      const table = RowTable.of(source, model);
      const folding = foldings.find((each) => each.model === model);
      const failure =
        failures.find(({ readModel }) => readModel === model.name) ?? (folding && (await writeRest(client, folding)));
      const notCompared = failure
        ? `${failure.message}: ${describeFault(failure.cause)}`
        : comparable.includes(model)
          ? undefined
          : (status.get(model.name)?.state ?? 'nothing has followed the log yet');
      const found = notCompared ? { rows: 0, differences: 0, examples: [], notCompared } : await compare(client, table);
      comparisons.push({ readModel: model.name, table: table.name, position: at(model), ...found });
    }
    return comparisons;
  } finally {
    await client.query('rollback').catch(() => undefined);
    await client.end().catch(() => undefined);
  }
}

const freshName = (table: RowTable) => `${table.name}__fresh`;

async function fresh(client: Client, model: ReadModel, live: RowTable, leftOut: LeftOut): Promise<Folding> {
  await client.query(
    `create temporary table "${freshName(live)}" (like "${live.name}" including defaults) on commit drop`,
  );
  const addKey = (key: ClientBase) =>
    key.query(
      `alter table "${freshName(live)}" add primary key (${live.keyColumns.map((name) => `"${name}"`).join(', ')})`,
    );
  return new Folding(model, new SavepointTable(new NewTable(live.named(freshName(live)), addKey)), leftOut);
}

/** Writes the rows that are left in memory; returns the fault when the database refuses them. */
async function writeRest(client: Client, folding: Folding): Promise<FoldFailed | undefined> {
  try {
    await folding.write(client);
    return undefined;
  } catch (fault) {
    if (fault instanceof FoldFailed) return fault;
    throw fault;
  }
}

type Side = 'live' | 'fresh';

const valueOf = (side: Side, name: string, type: string): string =>
  `${side}."${name}"::${type === 'json' ? 'jsonb' : 'text'}`;

async function compare(
  client: Client,
  table: RowTable,
): Promise<Pick<Comparison, 'rows' | 'differences' | 'examples'>> {
  const key = `"${table.keyColumns.at(-1)}"`;
  const isSameRow = table.keyColumns.map((name) => `live."${name}" = fresh."${name}"`).join(' and ');
  const columns = table.columns.map(
    ({ name, type }) =>
      `case when ${valueOf('live', name, type)} is distinct from ${valueOf('fresh', name, type)} then '${name}' end`,
  );
  // Texts of JSON may have their keys in another order; otherwise rows are compared as text, which is faster.
  const rowOf = (side: Side) =>
    table.columns.some(({ type }) => type === 'json') ? `to_jsonb(${side})` : `${side}::text`;
  await client.query(
    `create temporary table difference on commit drop as
     select coalesce(live.${key}::text, fresh.${key}::text) as key,
       case when live.${key} is null then 'missing' when fresh.${key} is null then 'extra' else 'changed' end as kind,
       array_remove(array[${columns.join(', ')}], null) as columns
     from "${table.name}" as live full join "${freshName(table)}" as fresh on ${isSameRow}
     where live.${key} is null or fresh.${key} is null or ${rowOf('live')} is distinct from ${rowOf('fresh')}`,
  );
  const { rows: examples } = await client.query<RowDifference>(
    `select key, kind, case when kind = 'changed' then columns else '{}' end as columns
     from difference order by key limit ${EXAMPLES}`,
  );
  const { rows } = await client.query<{ rows: number; differences: number }>(
    `select (select count(*) from "${freshName(table)}")::int as rows, (select count(*) from difference)::int as differences`,
  );
  await client.query('drop table difference');
  return { ...rows[0]!, examples };
}
