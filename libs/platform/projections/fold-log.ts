import type { Client } from 'pg';
import type { EventStore, StoredEvent } from '#platform/event-store';
import type { Decode } from '#platform/followers';
import { FoldFailed, type Folding } from './folding.js';

/** Number of folded events, and the total. */
export type Progress = (done: number, total: number) => void;

export interface FoldLog {
  readonly events: EventStore;
  readonly decode: Decode;
  readonly onProgress?: Progress;
  readonly signal: AbortSignal;
  /** Most rows of all tables together in memory before they are written. */
  readonly rowsInMemory: number;
  /** Position at which to stop (default: the end of the log). */
  readonly upTo?: (folding: Folding) => bigint;
}

export interface FoldedLog {
  /** The last event that was folded. */
  readonly position: bigint;
  /** Models that could not take an event; the others have been folded to the end. */
  readonly failures: readonly FoldFailed[];
}

const BATCH = 5_000;
/** After a round with no more events than this, the end of the log is near; the switch-over folds the rest. */
const NEAR_ENOUGH = 1_000;

/**
 * Folds the log from its beginning into empty tables that nobody reads, every model at once. Rows are written when many
 * are in memory, so that a row that changes often is written seldom and memory is bounded. Models run in parallel, as
 * many at a time as there are connections.
 */
export async function foldLog(
  clients: readonly Client[],
  foldings: readonly Folding[],
  how: FoldLog,
): Promise<FoldedLog> {
  const failures: FoldFailed[] = [];
  let active = foldings;
  let position = 0n;
  let done = 0;
  const head = await how.events.head();
  // Positions may have gaps: the total is estimated from the share of positions passed, and gets more exact towards the
  // end.
  const total = () => (position === 0n ? 0 : Math.max(done, Math.round((done * Number(head)) / Number(position))));
  let before: number;
  const each = async (work: (folding: Folding, client: Client) => Promise<void>) => {
    await sideBySide(clients, active, async (folding, client) => {
      try {
        await work(folding, client);
      } catch (fault) {
        if (!(fault instanceof FoldFailed)) throw fault;
        failures.push(fault);
      }
    });
    active = active.filter(({ model }) => !failures.some(({ readModel }) => readModel === model.name));
  };
  const write = () => {
    // The largest first, so that none of them runs alone at the end.
    active = active.toSorted((one, other) => other.size - one.size);
    return each((folding, client) => folding.write(client));
  };

  how.onProgress?.(0, total());
  do {
    before = done;
    for await (const stored of readingAhead(
      how.events.readAll({ after: position, batchSize: BATCH, signal: how.signal }),
    )) {
      const batch = stored.map(how.decode);
      await each((folding, client) => {
        const last = how.upTo?.(folding);
        return folding.take(client, last === undefined ? batch : batch.filter((event) => event.position <= last));
      });
      if (active.reduce((rows, { size }) => rows + size, 0) > how.rowsInMemory) {
        await write();
        for (const folding of active) folding.forget();
      }
      position = batch.at(-1)!.position;
      done += batch.length;
      how.onProgress?.(done, total());
    }
    how.signal.throwIfAborted();
    await write();
  } while (active.length > 0 && how.upTo === undefined && done - before > NEAR_ENOUGH);
  return { position, failures };
}

/** Runs the work for each item, as many at a time as there are connections. Ends when all have ended. */
export async function sideBySide<T>(
  clients: readonly Client[],
  each: readonly T[],
  work: (one: T, client: Client) => Promise<void>,
): Promise<void> {
  const left = each.values();
  const ends = await Promise.allSettled(
    clients.map(async (client) => {
      for (const one of left) await work(one, client);
    }),
  );
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
}

/** Reads the next batch while this one is processed. */
async function* readingAhead(batches: AsyncIterable<readonly StoredEvent[]>): AsyncIterable<readonly StoredEvent[]> {
  const iterator = batches[Symbol.asyncIterator]();
  let next = iterator.next();
  try {
    for (;;) {
      const now = await next;
      if (now.done === true) return;
      next = iterator.next();
      // The consumer sees the fault when it awaits; until then it must not end the process.
      next.catch(() => undefined);
      yield now.value;
    }
  } finally {
    await iterator.return?.();
  }
}
