import { cpus, totalmem } from 'node:os';
import { Client } from 'pg';
import { parseKurrentAddress, reachKurrent } from '#platform/event-store-kurrentdb';

/** What a bench works in; the command line gives it. */
export interface BenchContext {
  /** A PostgreSQL server: the bench makes databases of its own there and removes them. */
  readonly databaseUrl: string;
  /** A KurrentDB to measure Samspill on too. */
  readonly kurrentUrl?: string;
  /** Where the peers it compares with are installed on first use. */
  readonly cacheDir: string;
  /** A shorter run of the same thing. */
  readonly quick: boolean;
  /** A line for people, on standard error. */
  readonly progress: (text: string) => void;
}

/** What the figures were measured on: figures without it mean nothing. */
export interface Machine {
  readonly cores: number;
  readonly cpu: string;
  readonly memoryGb: number;
  readonly node: string;
  readonly postgres: string;
  /** The server's settings that decide whether a commit is on disk when it is answered. */
  readonly fsync: string;
  readonly synchronousCommit: string;
  /** Version of the KurrentDB that was measured too. */
  readonly kurrentdb?: string;
}

export type BenchRow = Readonly<Record<string, string | number | boolean>>;

/** Printed as one line of JSON: `{"bench","machine","rows", …}`. */
export interface BenchResult<Row extends BenchRow = BenchRow> {
  readonly bench: string;
  readonly machine: Machine;
  readonly rows: readonly Row[];
  /** Figures of Samspill alone that the same run gives, by name. */
  readonly also?: Readonly<Record<string, number>>;
  /** Aims that were not reached, each in a line; left out by a bench that knows none. */
  readonly missed?: readonly string[];
}

/** The machine and the server at `databaseUrl`. Sign-in names and addresses stay out of it. */
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
      ...(kurrentUrl !== undefined && { kurrentdb: await reachKurrent(parseKurrentAddress(kurrentUrl)) }),
    };
  } finally {
    await client.end();
  }
}

/** One line of JSON, without the line break. */
export const benchAsJson = (result: BenchResult): string => JSON.stringify(result);

/** A table for people: what it ran on, then one line a row. */
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

/** The middle one; of an even number the upper of the two. */
export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** The smallest value that at least `share` (0 to 1) of the values do not exceed; 0 of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Milliseconds to a hundredth: more is not measured. */
export const milliseconds = (value: number): number => Math.round(value * 100) / 100;
