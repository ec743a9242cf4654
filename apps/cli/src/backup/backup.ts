import type { ClientBase } from 'pg';
import { dedicatedConnection, MIGRATION_TABLE, runnerUrlOf } from '#platform/database';
import type { EventStore, StoredEvent } from '#platform/event-store';
import { policyPositions } from '#platform/followers';
import type { Installation } from '../../../composition/src/index.js';
import type { Cli } from '../cli.js';
import { progressOn } from '../terminal/progress.js';
import { LOG, POLICY_POSITIONS, type Row } from './archive-format.js';
import { archivedTables, OPERATORS_OWN, type ArchivedTable } from './archived-tables.js';
import { writeArchive, type Section } from './write-archive.js';

/** Extent of a backup. */
export interface BackedUp {
  readonly events: number;
  readonly tables: number;
  readonly rows: number;
  /** Checksum of the archive's lines before the last one, which holds it. */
  readonly sha256: string;
}

type OpenForBackup = Pick<Installation, 'dataSource' | 'readModels' | 'events' | 'clock'>;

/**
 * Writes log and working tables as they are at one moment to a new file, while Samspill serves: with the operators'
 * login, in one snapshot of the database. A log in KurrentDB is read up to its end after the snapshot, so it holds
 * everything that the tables know of.
 */
export async function backup(
  { dataSource, readModels, events, clock }: OpenForBackup,
  engine: 'postgres' | 'kurrentdb',
  file: string,
  { terminal, signal }: Cli,
): Promise<BackedUp> {
  const client = await dedicatedConnection(runnerUrlOf(dataSource), 'samspill_runner');
  const progress = progressOn(terminal, 'Backing up');
  try {
    await client.query(SNAPSHOT);
    const takenAt = clock.now();
    const { rows: migrations } = await client.query<{ name: string }>(
      `select name from ${MIGRATION_TABLE} order by id`,
    );
    const head = engine === 'postgres' ? undefined : await events.head();
    const total = head === undefined ? await countIn(client) : await events.countAfter(0n, Number.MAX_SAFE_INTEGER);
    const tables = await archivedTables(client, dataSource, readModels);
    let [rows, done] = [0, 0];
    const counted = async function* (pages: AsyncIterable<readonly Row[]>) {
      for await (const page of pages) {
        rows += page.length;
        yield page;
      }
    };
    const sections = async function* (): AsyncGenerator<Section> {
      for (const each of tables) yield { ...named(each), pages: counted(rowsOf(client, each)) };
      yield { ...POLICY_POSITIONS, pages: one(await positionsOf(client)) };
      const pages = head === undefined ? eventsInSnapshot(client) : eventsUpTo(events, head, signal);
      yield {
        ...LOG,
        pages: (async function* () {
          for await (const page of pages) {
            done += page.length;
            progress.at(done, total);
            yield page;
          }
        })(),
      };
    };
    const header = { takenAt, engine, migrations: migrations.map(({ name }) => name) };
    const { sha256 } = await writeArchive(file, header, sections(), signal);
    return { events: done, tables: tables.length, rows, sha256 };
  } finally {
    progress.end();
    await client.end();
  }
}

/** Nothing is written; texts have one form, whatever the server's settings are. */
const SNAPSHOT = `
  begin isolation level repeatable read read only;
  set local idle_in_transaction_session_timeout = '10min';
  set local datestyle = 'ISO, YMD';
  set local intervalstyle = 'postgres';
  set local bytea_output = 'hex';
  set local extra_float_digits = 1;
  select`;

const named = ({ table, columns }: ArchivedTable) => ({ table, columns: columns.map(({ name }) => name) });

async function countIn(client: ClientBase): Promise<number> {
  const { rows } = await client.query<{ count: number }>('select count(*)::int as count from event');
  return rows[0]!.count;
}

/** Rows of a page: those of the log are small, and others may hold whole mails. */
const PAGE = { log: 2_000, tables: 50 };

async function* rowsOf(client: ClientBase, { table, columns }: ArchivedTable): AsyncGenerator<readonly Row[]> {
  const own = OPERATORS_OWN.has(table);
  if (own) await client.query('set local role samspill_operator');
  const list = columns.map(({ name }) => `${client.escapeIdentifier(name)}::text`).join(', ');
  yield* pagesOf(client, `select ${list} from ${client.escapeIdentifier(table)}`, PAGE.tables);
  if (own) await client.query('set local role samspill_runner');
}

/** As in `Date.toISOString`, with microseconds. */
const INSTANT = `to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

const eventsInSnapshot = (client: ClientBase) =>
  pagesOf(
    client,
    `select ${LOG.columns.map((column) => (column === 'recorded_at' ? INSTANT : `${column}::text`)).join(', ')} from event order by event.position`,
    PAGE.log,
  );

async function* pagesOf(client: ClientBase, query: string, size: number): AsyncGenerator<readonly Row[]> {
  await client.query(`declare page no scroll cursor for ${query}`);
  for (;;) {
    const { rows } = await client.query<(string | null)[]>({ text: `fetch ${size} from page`, rowMode: 'array' });
    if (rows.length === 0) break;
    yield rows;
  }
  await client.query('close page');
}

async function positionsOf(client: ClientBase): Promise<readonly Row[]> {
  return (await policyPositions(client)).map(({ name, position }) => [name, String(position)]);
}

async function* one(page: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield await Promise.resolve(page);
}

/** The log through its port, up to a position. */
export async function* eventsUpTo(
  events: EventStore,
  head: bigint,
  signal: AbortSignal,
): AsyncGenerator<readonly Row[]> {
  for await (const batch of events.readAll({ after: 0n, signal, batchSize: PAGE.log })) {
    const within = batch.filter(({ position }) => position <= head);
    if (within.length > 0) yield within.map(rowOf);
    if (within.length < batch.length) break;
  }
  signal.throwIfAborted();
}

const rowOf = (event: StoredEvent): Row => [
  String(event.position),
  String(event.revision),
  event.recordedAt.toISOString(),
  event.id,
  String(event.schemaVersion),
  event.tenant,
  event.stream,
  event.type,
  JSON.stringify(event.data),
  JSON.stringify(event.metadata),
];
