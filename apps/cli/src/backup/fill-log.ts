import type { DataSource } from 'typeorm';
import { dedicatedConnection, runnerUrlOf } from '#platform/database';
import { beginRestore, type PolicyPosition } from '#platform/followers';
import { SettableClock } from '#platform/kernel';
import type { LogEngine, RestoreTarget } from '../../../composition/src/index.js';
import type { Cli } from '../cli.js';
import { CommandFailed } from '../exit-codes.js';
import { compareLogs } from '../move-log/compare-logs.js';
import { copyLog } from '../move-log/copy-log.js';
import { positionsInLog } from '../move-log/policy-positions.js';
import { progressOn } from '../terminal/progress.js';
import { ArchivedLog } from './archived-log.js';
import type { CheckedArchive } from './check-archive.js';

/** The log in another engine than the database, after it was filled. */
export interface FilledLog {
  readonly identity: Awaited<ReturnType<LogEngine['identity']>>;
  readonly policies: readonly PolicyPosition[];
}

/** Municipalities written concurrently in KurrentDB. */
const LANES = 32;

/**
 * Copies the events into a log outside the database. Until `load` has ended the database follows no log, so that nothing
 * starts on a part of it; broken off, the next restore of the same archive goes on.
 */
export async function fillLog(
  target: RestoreTarget,
  log: (database: DataSource) => LogEngine,
  { file, end, policies, events: total }: CheckedArchive,
  { terminal, signal }: Cli,
): Promise<FilledLog> {
  const database = await target.open();
  const clock = new SettableClock(new Date(0));
  const progress = progressOn(terminal, 'Restoring the log');
  try {
    const runner = await dedicatedConnection(runnerUrlOf(database), 'samspill_runner');
    await beginRestore(runner).finally(() => runner.end());
    const engine = log(database);
    await engine.forget();
    const events = engine.open(clock);
    try {
      const archived = new ArchivedLog(file, end);
      const before = await compareLogs(archived, events, signal);
      if (before.differences.length + before.onlyThere > 0)
        throw new CommandFailed(
          `The log in ${engine.name} holds something else: name an empty one in KURRENTDB_LOG. Nothing was changed.`,
        );
      await copyLog(archived, { events, clock, lanes: LANES }, before.same, signal, (done) => progress.at(done, total));
      const after = await compareLogs(archived, events, signal);
      if (after.differences.length + after.onlyHere + after.onlyThere > 0)
        throw new CommandFailed(`The log in ${engine.name} is not that of the backup: somebody else writes to it.`);
      return { identity: await engine.identity(events), policies: await positionsInLog(events, archived, policies) };
    } finally {
      await events.close();
    }
  } finally {
    progress.end();
    await database.destroy();
  }
}
