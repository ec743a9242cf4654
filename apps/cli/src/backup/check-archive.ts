import { stat } from 'node:fs/promises';
import { databaseMigrations } from '#platform/database';
import type { PolicyPosition } from '#platform/followers';
import { migrations } from '../../../composition/src/index.js';
import type { Cli } from '../cli.js';
import { CommandFailed } from '../exit-codes.js';
import { progressOn } from '../terminal/progress.js';
import { eventOf } from './archived-log.js';
import { damaged, LOG, POLICY_POSITIONS, type ArchiveHeader } from './archive-format.js';
import { readArchive } from './read-archive.js';

/** An archive whose every hash was found right. */
export interface CheckedArchive {
  readonly file: string;
  readonly header: ArchiveHeader;
  readonly tables: ReadonlyMap<string, readonly string[]>;
  /** Number of rows of all tables but the log. */
  readonly rows: number;
  readonly events: number;
  readonly policies: readonly PolicyPosition[];
  /** Position of the last event. */
  readonly end: bigint;
}

/**
 * Reads a whole archive and checks it.
 * @throws CommandFailed when it is damaged, or of a newer version
 */
export async function checkArchive(file: string, { terminal, signal }: Cli): Promise<CheckedArchive> {
  const { size } = await stat(file).catch(() => ({ size: 0 }));
  const progress = progressOn(terminal, 'Checking the backup');
  const tables = new Map<string, readonly string[]>();
  const policies: PolicyPosition[] = [];
  let header: ArchiveHeader | undefined;
  let [rows, events, end, table] = [0, 0, 0n, ''];
  // PostgreSQL's positions begin at 1 and have no gaps.
  let hasGap = false;
  try {
    const onRead = (bytes: number) => progress.at(bytes, size);
    for await (const part of readArchive(file, { signal, onRead })) {
      if (part.kind === 'header') header = part.header;
      if (part.kind === 'header') expectKnown(part.header, file);
      if (part.kind === 'start') tables.set((table = part.table), part.columns);
      if (part.kind !== 'rows') continue;
      if (table === POLICY_POSITIONS.table)
        policies.push(...part.rows.map(([name, position]) => ({ name: name!, position: BigInt(position!) })));
      else if (table === LOG.table) {
        events += part.rows.length;
        end = eventOf(part.rows.at(-1)!).position;
        hasGap ||= header?.engine === 'postgres' && end !== BigInt(events);
      } else rows += part.rows.length;
    }
  } finally {
    progress.end();
  }
  if (header === undefined || hasGap || tables.get(LOG.table)?.join() !== LOG.columns.join())
    throw damaged(file, 'its log has a gap, or there is none');
  return { file, header, tables, rows, events, policies, end };
}

/** @throws CommandFailed for an archive of a newer version */
function expectKnown(header: ArchiveHeader, file: string): void {
  const own = new Set(allMigrations());
  const newer = header.migrations.find((name) => !own.has(name));
  if (newer !== undefined)
    throw new CommandFailed(
      `${file} is the backup of a newer version of Samspill (it knows ${newer}): restore it with that version.`,
    );
}

const allMigrations = (): readonly string[] => [...databaseMigrations, ...migrations].map(({ name }) => name);
