import type { Client } from 'pg';
import { setFollowers, type PolicyPosition } from '#platform/followers';
import { holdBackPossiblySent } from '#platform/mail';
import type { Cli } from '../cli.js';
import { progressOn, type Progress } from '../terminal/progress.js';
import { LOG, POLICY_POSITIONS } from './archive-format.js';
import type { CheckedArchive } from './check-archive.js';
import type { FilledLog } from './fill-log.js';
import { insertInto, knownTables, makeRoom } from './load-tables.js';
import { LogPlaces } from './log-places.js';
import { readArchive } from './read-archive.js';

export interface LoadOptions {
  /** The log, where it is not in this database. */
  readonly other: FilledLog | undefined;
  /** Moment up to which mails may have been sent. */
  readonly stoppedAt: Date;
  readonly now: Date;
}

/** Fills the tables in one transaction; returns the number of mails held back. */
export async function loadArchive(
  owner: Client,
  checked: CheckedArchive,
  { other, stoppedAt, now }: LoadOptions,
  { terminal, signal }: Cli,
): Promise<number> {
  const progress = progressOn(terminal, 'Restoring');
  await owner.query(`begin; set local idle_in_transaction_session_timeout = 0; set local datestyle = 'ISO, YMD'`);
  try {
    const positions = await loadSections(owner, checked, other === undefined, { progress, signal });
    const identity = other?.identity ?? ({ engine: 'postgres', name: 'event' } as const);
    const policies = other?.policies ?? positions;
    await owner.query(
      `insert into log_follower (kind, name, version, position, state)
       select 'policy', name, 1, 0, 'following' from unnest($1::text[]) as policy(name)
       on conflict (kind, name) do nothing`,
      [policies.map(({ name }) => name)],
    );
    const heldBack = await holdBackPossiblySent(owner, stoppedAt, now);
    signal.throwIfAborted();
    await setFollowers(owner, identity, policies);
    await owner.query('commit');
    return heldBack;
  } catch (fault) {
    await owner.query('rollback').catch(() => undefined);
    throw fault;
  } finally {
    progress.end();
  }
}

/** Inserts every row; returns the policies' positions in the log of this database, if that is where it goes. */
async function loadSections(
  owner: Client,
  { file, events, rows: others, policies }: CheckedArchive,
  withLog: boolean,
  { progress, signal }: { readonly progress: Progress; readonly signal: AbortSignal },
): Promise<readonly PolicyPosition[]> {
  const known = await knownTables(owner);
  const total = others + (withLog ? events : 0);
  const log = new LogPlaces(policies);
  let insert: ReturnType<typeof insertInto> | undefined;
  let [done, table] = [0, ''];
  for await (const part of readArchive(file, { signal })) {
    if (part.kind === 'start') {
      table = part.table;
      const isLoaded = table === POLICY_POSITIONS.table ? false : table !== LOG.table || withLog;
      insert = isLoaded ? insertInto(owner, known, table, part.columns) : undefined;
      if (isLoaded) await makeRoom(owner, table);
    }
    if (part.kind !== 'rows' || insert === undefined) continue;
    await insert(table === LOG.table ? part.rows.map((row) => log.placed(row)) : part.rows);
    done += part.rows.length;
    progress.at(done, total);
    signal.throwIfAborted();
  }
  if (withLog && log.events > 0n)
    await owner.query('update event_head set position = $1, recorded_at = $2', [log.events, log.recordedAt]);
  return log.policies();
}
