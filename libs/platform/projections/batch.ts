import type { ClientBase } from 'pg';
import type { FollowerStatus } from '#platform/followers';
import { beginLocked, commitAt } from './checkpoints.js';
import type { LogEvent } from '#platform/followers';
import { Folding, nothingLeftOut, type LeftOut } from './folding.js';
import type { ReadModel } from './read-model.js';
import type { RowTable } from './row-table.js';

/** A read model with its table. */
export interface Projected {
  readonly model: ReadModel;
  readonly table: RowTable;
}

/** The table is of this program's version, and the model is not stopped. */
export const isFollowing = (model: ReadModel, status: FollowerStatus | undefined): status is FollowerStatus =>
  status?.state === 'following' && status.version === model.version;

/**
 * Takes consecutive events into the tables of the models that follow the log, in one transaction: lock the checkpoints,
 * fetch the rows that the events touch, fold in memory, write each table once, move the checkpoints. A model skips
 * events that it has already taken, so repeating a batch changes nothing. Events of a tenant for which a model is
 * halted are left out of that model; `resumeHalted` takes them later.
 *
 * `fence` is that of the lease under which the batch may commit; `from` is the position before the batch. Returns
 * `behind`, and does nothing, when a model has not reached it.
 * @throws FoldFailed when one model cannot take an event; nothing of the batch is written then.
 */
export async function takeBatch(
  client: ClientBase,
  projected: readonly Projected[],
  events: readonly LogEvent[],
  from: bigint,
  fence?: string,
): Promise<'taken' | 'behind'> {
  const { status, halted } = await beginLocked(
    client,
    projected.map(({ model }) => model),
    fence,
  );
  try {
    const following = projected.filter(({ model }) => isFollowing(model, status.get(model.name)));
    if (following.some(({ model }) => status.get(model.name)!.position < from)) {
      await client.query('rollback');
      return 'behind';
    }
    for (const { model, table } of following) {
      const folding = new Folding(model, table, leftOutOf(halted.get(model.name)));
      await folding.take(client, after(events, status.get(model.name)!.position));
      await folding.write(client);
    }
    await commitAt(
      client,
      following.map(({ model }) => model),
      events.at(-1)!.position,
    );
    return 'taken';
  } catch (fault) {
    // Rethrows the first fault; when the rollback fails too, the connection is gone and the server rolls back.
    await client.query('rollback').catch(() => undefined);
    throw fault;
  }
}

const leftOutOf = (halted: ReadonlyMap<string, bigint> | undefined): LeftOut =>
  halted ? { ...nothingLeftOut, halted } : nothingLeftOut;

const after = (events: readonly LogEvent[], position: bigint): readonly LogEvent[] =>
  events.length > 0 && events[0]!.position > position ? events : events.filter((event) => event.position > position);
