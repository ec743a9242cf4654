import type { DataSource } from 'typeorm';
import { dedicatedConnection, runnerUrlOf } from '#platform/database';
import type { EventStore } from '#platform/event-store';
import { moveFollowers, policyPositions, takeLease, type Lease } from '#platform/followers';
import { SettableClock } from '#platform/kernel';
import type { LogEngine } from '../../../composition/src/index.js';
import type { Cli } from '../cli.js';
import { CommandFailed } from '../exit-codes.js';
import { count, progressOn } from '../terminal/progress.js';
import { copyLog, TargetChanged } from './copy-log.js';
import { positionsInLog } from './policy-positions.js';
import { compareLogs, type LogComparison } from './compare-logs.js';

export interface MoveLog {
  readonly source: LogEngine;
  readonly target: LogEngine;
  /** Tenants written concurrently in the target. */
  readonly lanes: number;
  /** The database of the log's followers. */
  readonly database: DataSource;
}

/**
 * Copies the log, compares it with its source event by event, and hands the followers over to it. After an interruption
 * at any point it continues; until the handover, only the target has changed.
 */
export async function moveLog({ source, target, lanes, database }: MoveLog, cli: Cli): Promise<void> {
  const clock = new SettableClock(new Date(0));
  const [from, to] = [source.open(clock), target.open(clock)];
  const client = await dedicatedConnection(runnerUrlOf(database), 'samspill_runner');
  const held: Lease[] = [];
  try {
    for (const name of ['projections', 'policies', 'rebuild'] as const) {
      const lease = await takeLease(runnerUrlOf(database), name);
      if (!lease)
        throw new CommandFailed(
          'Samspill is at work in this database: stop every start, api and worker of it, and move the log then.',
        );
      held.push(lease);
    }
    await target.forget();
    const before = await compared('Looking at what is there', from, to, cli);
    refuseSomethingElse(before, target);
    const copied = await copyWithProgress(from, { events: to, clock, lanes }, before, cli);
    const after = await compared('Comparing event by event', from, to, cli);
    refuseDifferent(after, source, target);
    const identity = await target.identity(to);
    await moveFollowers(client, identity, await positionsInLog(to, from, await policyPositions(client)));
    const events = [...after.same.values()].reduce((sum, each) => sum + each, 0);
    cli.terminal.out(
      `${count(events)} events are the same in ${source.name} and ${target.name}; ${count(copied)} were copied now.`,
    );
  } finally {
    await Promise.all(held.map((lease) => lease.release()));
    await client.end();
    await Promise.all([from.close(), to.close()]);
  }
}

async function compared(
  what: string,
  from: EventStore,
  to: EventStore,
  { terminal, signal }: Cli,
): Promise<LogComparison> {
  const progress = progressOn(terminal, what);
  try {
    return await compareLogs(from, to, signal, (done, share) => progress.at(done, Math.round(done / share)));
  } finally {
    progress.end();
  }
}

async function copyWithProgress(
  from: EventStore,
  to: Parameters<typeof copyLog>[1],
  { same }: LogComparison,
  { terminal, signal }: Cli,
): Promise<number> {
  const progress = progressOn(terminal, 'Copying the log');
  try {
    return await copyLog(from, to, same, signal, (done, share) => progress.at(done, Math.round(done / share)));
  } catch (fault) {
    if (fault instanceof TargetChanged) throw new CommandFailed(`${fault.message}: somebody else writes to it.`);
    throw fault;
  } finally {
    progress.end();
  }
}

function refuseSomethingElse({ differences, onlyThere }: LogComparison, target: LogEngine): void {
  const [first] = differences;
  if (!first && onlyThere === 0) return;
  const why = first
    ? `its event at position ${first.there} is not the one at ${first.here} here`
    : `it holds ${count(onlyThere)} events that are not here`;
  throw new CommandFailed(`The log in ${target.name} holds something else (${why}). Nothing was written.`);
}

function refuseDifferent(
  { differences, onlyHere, onlyThere }: LogComparison,
  source: LogEngine,
  target: LogEngine,
): void {
  const [first] = differences;
  if (first)
    throw new CommandFailed(
      `The event at position ${first.there} in ${target.name} is not the one at ${first.here} in ${source.name}. Do not use it.`,
    );
  if (onlyHere + onlyThere > 0)
    throw new CommandFailed(
      `The log in ${onlyHere > 0 ? source.name : target.name} has grown meanwhile: stop Samspill, and run this again.`,
    );
}
