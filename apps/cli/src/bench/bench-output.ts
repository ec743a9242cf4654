import { cpus, totalmem } from 'node:os';
import { Client } from 'pg';
import { parseKurrentAddress, checkKurrentConnection } from '#platform/event-store-kurrentdb';

/** Context of a bench, given by the command line. */
export interface BenchContext {
  /** A PostgreSQL server; the bench creates its own databases there and drops them. */
  readonly databaseUrl: string;
  /** A KurrentDB to measure Samspill on as well. */
  readonly kurrentUrl?: string;
  /** Folder where the compared systems are installed on first use. */
  readonly cacheDir: string;
  /** Runs a shorter version of the same bench. */
  readonly quick: boolean;
  /** Prints a progress line on standard error. */
  readonly progress: (text: string) => void;
}

/** Machine and server of the measurement; figures mean nothing without them. */
export interface Machine {
  readonly cores: number;
  readonly cpu: string;
  readonly memoryGb: number;
  readonly node: string;
  readonly postgres: string;
  /** The server settings that decide whether a commit is on disk when it is confirmed. */
  readonly fsync: string;
  readonly synchronousCommit: string;
  /** Version of KurrentDB, when it was measured too. */
  readonly kurrentdb?: string;
}

export type BenchRow = Readonly<Record<string, string | number | boolean>>;

/** Printed as one line of JSON: `{"bench","machine","rows", …}`. */
export interface BenchResult<Row extends BenchRow = BenchRow> {
  readonly bench: string;
  readonly machine: Machine;
  readonly rows: readonly Row[];
  /** Other figures of the same run that concern Samspill alone, by name. */
  readonly also?: Readonly<Record<string, number>>;
  /** Targets that were missed, one line each; undefined for a bench without targets. */
  readonly missed?: readonly string[];
}

/** The machine and the server at `databaseUrl`; contains no user names or addresses. */
export async function describeMachine(databaseUrl: string, kurrentUrl?: string): Promise<Machine> {
  const client = new Client(databaseUrl);
  await client.connect();
  try {
    const show = async (name: string) => (await client.query<Record<string, string>>(`SHOW ${name}`)).rows[0]![name]!;
    return {
      cores: cpus().length,
      cpu: cpus()[0]?.model.trim() ?? 'unknown',
      memoryGb: Math.round(totalmem() / 1024 ** 3),
      node: process.version,
      postgres: await show('server_version'),
      fsync: await show('fsync'),
      synchronousCommit: await show('synchronous_commit'),
      ...(kurrentUrl !== undefined && { kurrentdb: await checkKurrentConnection(parseKurrentAddress(kurrentUrl)) }),
    };
  } finally {
    await client.end();
  }
}

/** One line of JSON, without the line break. */
export const benchAsJson = (result: BenchResult): string => JSON.stringify(result);

/** A table for people: the machine, then one line per row. */
export function benchAsTable({ bench, machine, rows, also = {}, missed }: BenchResult): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = [columns, ...rows.map((row) => columns.map((column) => shown(row[column])))];
  const widths = columns.map((_, i) => Math.max(...lines.map((line) => line[i]!.length)));
  const isNumber = columns.map((column) => rows.every((row) => typeof row[column] !== 'string'));
  const table = lines.map((line) =>
    line
      .map((cell, i) => (isNumber[i] ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!)))
      .join('  ')
      .trimEnd(),
  );
  const { cores, cpu, memoryGb, node, postgres, fsync, synchronousCommit, kurrentdb } = machine;
  return [
    `bench ${bench}: ${cores} cores (${cpu}), ${memoryGb} GB, Node ${node}, PostgreSQL ${postgres}, ` +
      `fsync ${fsync}, synchronous_commit ${synchronousCommit}${kurrentdb === undefined ? '' : `, KurrentDB ${kurrentdb}`}`,
    '',
    ...table,
    ...(Object.keys(also).length > 0 ? [''] : []),
    ...Object.entries(also).map(([name, value]) => `${name}: ${shown(value)}`),
    ...(missed ? ['', missed.length === 0 ? 'Every aim was reached.' : 'Missed:', ...missed] : []),
  ].join('\n');
}

const shown = (value: string | number | boolean | undefined): string =>
  typeof value === 'number' ? value.toLocaleString('en', { maximumFractionDigits: 2 }) : String(value ?? '');

/** The median; the upper of the two middle values for an even number. */
export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** The smallest value that at least `share` (0 to 1) of the values do not exceed; 0 for an empty list. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Rounds milliseconds to two decimals, the precision of the measurement. */
export const milliseconds = (value: number): number => Math.round(value * 100) / 100;
