import type { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { dedicatedConnection, MIGRATION_TABLE, runnerUrlOf } from '#platform/database';
import type { Environment } from '#platform/environment';
import { takeLease, type Lease } from '#platform/followers';
import { kurrentLog, openRestoreTarget, type LogEngine, type RestoreTarget } from '../../../composition/src/index.js';
import type { Cli } from '../cli.js';
import { CommandFailed } from '../exit-codes.js';
import { damaged, POLICY_POSITIONS, type ArchiveHeader } from './archive-format.js';
import { checkArchive, type CheckedArchive } from './check-archive.js';
import { fillLog } from './fill-log.js';
import { loadArchive } from './load-archive.js';
import { filledTables, knownTables, unknownIn } from './load-tables.js';

/** Extent of a restore. */
export interface Restored {
  readonly takenAt: Date;
  readonly events: number;
  readonly rows: number;
  /** Mails that were waiting and are held back, since they may have been sent. */
  readonly heldBack: number;
}

export interface RestoreOptions {
  /** Moment at which the lost installation sent its last mail at the latest. */
  readonly stoppedAt: Date;
  /** The engine that is to keep the log, for specifications; otherwise that of the environment. */
  readonly log?: (database: DataSource) => LogEngine;
}

/**
 * Restores an archive into an empty installation: all of it or nothing. The archive is read to its end and checked before
 * anything is written. The tables are made as the archive's version had them, filled in one transaction, and only then
 * migrated to this version. Read models are left empty.
 * @throws CommandFailed when the archive is damaged or newer, or the installation is not empty
 */
export async function restore(
  environment: Environment,
  file: string,
  options: RestoreOptions,
  cli: Cli,
): Promise<Restored> {
  const checked = await checkArchive(file, cli);
  const target = await openRestoreTarget(environment);
  const owner = await dedicatedConnection(target.owner, 'none');
  const held: Lease[] = [];
  try {
    await expectEmpty(owner, checked.header);
    await target.migrateTo(new Set(checked.header.migrations));
    await expectToFit(owner, checked);
    held.push(...(await leases(target)));
    const log = logOf(environment, options);
    const other = log && (await fillLog(target, log, checked, cli));
    const { stoppedAt } = options;
    const heldBack = await loadArchive(owner, checked, { other, stoppedAt, now: environment.clock.now() }, cli);
    await Promise.all(held.splice(0).map((lease) => lease.release()));
    await target.migrateTo();
    const { header, events, rows } = checked;
    return { takenAt: header.takenAt, events, rows, heldBack };
  } finally {
    await Promise.all(held.map((lease) => lease.release()));
    await owner.end();
    await target.close();
  }
}

/** The engine outside the database that is to keep the log, if there is one. */
function logOf(environment: Environment, { log }: RestoreOptions): RestoreOptions['log'] {
  const { kurrentUrl } = environment;
  if (log !== undefined || kurrentUrl === undefined) return log;
  return (database) => kurrentLog(kurrentUrl, environment, database);
}

async function expectEmpty(owner: Client, header: ArchiveHeader): Promise<void> {
  const known = await knownTables(owner);
  if (!known.has(MIGRATION_TABLE)) return;
  const [filled] = await filledTables(owner, known);
  if (filled !== undefined)
    throw new CommandFailed(
      `There is something in this installation already (the table ${filled}), and a backup is restored into an empty one only. ` +
        'Give an empty database in DATABASE_URL, or another folder in SAMSPILL_DATA. Nothing was changed.',
    );
  const { rows } = await owner.query<{ name: string }>(`select name from ${MIGRATION_TABLE}`);
  const older = new Set(header.migrations);
  if (rows.some(({ name }) => !older.has(name)))
    throw new CommandFailed(
      'The tables of this database are of a newer version than the backup: restore into a new, empty database, on which ' +
        'migrate has not been run. Nothing was changed.',
    );
}

async function expectToFit(owner: Client, { file, tables }: CheckedArchive): Promise<void> {
  const known = await knownTables(owner);
  const unknown = [...tables].flatMap(([table, columns]) =>
    table === POLICY_POSITIONS.table ? [] : unknownIn(known, table, columns),
  );
  if (unknown.length > 0) throw damaged(file, `there is no place for ${unknown.join(', ')}`);
}

/** @throws CommandFailed when a worker of this database runs */
async function leases(target: RestoreTarget): Promise<readonly Lease[]> {
  const database = await target.open();
  const held: Lease[] = [];
  try {
    for (const name of ['projections', 'policies', 'rebuild'] as const) {
      const lease = await takeLease(runnerUrlOf(database), name);
      if (lease) held.push(lease);
      else
        throw new CommandFailed(
          'Samspill is at work in this database: stop every start, api and worker of it, and restore then.',
        );
    }
    return held;
  } catch (fault) {
    await Promise.all(held.map((lease) => lease.release()));
    throw fault;
  } finally {
    await database.destroy();
  }
}
