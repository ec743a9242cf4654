import { getHeapStatistics } from 'node:v8';
import type { Client } from 'pg';
import type { EventStore, StoredEvent } from '#platform/event-store';
import type { Decode, LogEvent } from '#platform/followers';
import { FoldFailed, type Folding } from './folding.js';
import { noTimes, type RebuildTimes } from './rebuild-times.js';

/** Number of folded events, and the total. */
export type Progress = (done: number, total: number) => void;

export interface FoldLog {
  readonly events: EventStore;
  readonly decode: Decode;
  readonly onProgress?: Progress;
  readonly signal: AbortSignal;
  /** Most rows of all tables together in memory; beyond it, those touched longest ago are written. */
  readonly rowsInMemory?: number;
  /** Position at which to stop (default: the end of the log). */
  readonly upTo?: (folding: Folding) => bigint;
  /** Adds up where the time goes. */
  readonly times?: RebuildTimes;
}

export interface FoldedLog {
  /** The last event that was folded. */
  readonly position: bigint;
  /** Models that could not take an event; the others have been folded to the end. */
  readonly failures: readonly FoldFailed[];
}

const BATCH = 5_000;

/** A row with its garbage takes up to 5 kB; half of the process's memory is left to the rest. */
const ROWS_BY_DEFAULT = Math.round(getHeapStatistics().heap_size_limit / 10_000);
/** Share of the rows that stays in memory when the limit is reached. */
const KEPT = 0.75;
/** The log in so many parts: rows that no event of a whole part touched are probably final, and are written. */
const PARTS = 8n;

/**
 * Folds the log from its beginning, every model at once, into tables that nobody reads. Rows that are probably final are
 * written on the last connection while folding continues, since PostgreSQL has little to do meanwhile; when there are too
 * many rows in memory, also others, those touched longest ago first. The caller writes those that are left at the end.
 * Models run in parallel on the other connections.
 */
export async function foldLog(
  clients: readonly Client[],
  foldings: readonly Folding[],
  how: FoldLog,
): Promise<FoldedLog> {
  const { times = noTimes(), rowsInMemory = ROWS_BY_DEFAULT } = how;
  const failures: FoldFailed[] = [];
  let active = foldings;
  let position = 0n;
  let done = 0;
  const head = await how.events.head();
  // Positions may have gaps: the total is estimated from the share of positions passed, and gets more exact towards the
  // end.
  const total = () => (position === 0n ? 0 : Math.max(done, Math.round((done * Number(head)) / Number(position))));
  const orFailed = async (work: Promise<void>) => {
    try {
      await work;
    } catch (fault) {
      if (!(fault instanceof FoldFailed)) throw fault;
      failures.push(fault);
      active = active.filter(({ model }) => model.name !== fault.readModel);
    }
  };
  const writer = clients.at(-1)!;
  const takers = clients.length > 1 ? clients.slice(0, -1) : clients;
  let writing = Promise.resolve();
  let isWriting = false;
  const write = (retired: readonly Retired[]) => {
    isWriting = true;
    writing = storeEach(retired).finally(() => (isWriting = false));
    // The caller sees the fault when it awaits `writing`; until then it must not end the process.
    writing.catch(() => undefined);
  };
  const storeEach = async (retired: readonly Retired[]) => {
    for (const [folding, store] of retired) if (active.includes(folding)) await orFailed(store(writer));
  };
  const part = head / PARTS;
  let partEnds = part;
  const deal = dealer(foldings);

  how.onProgress?.(0, total());
  try {
    let since = performance.now();
    const lap = (part: 'reading' | 'folding' | 'writing') => {
      const now = performance.now();
      times[part] += now - since;
      since = now;
    };
    for await (const stored of readingAhead(how.events.readAll({ after: 0n, batchSize: BATCH, signal: how.signal }))) {
      lap('reading');
      const dealt = deal(stored.map(how.decode));
      await sideBySide(takers, active, async (folding, client) => {
        const last = how.upTo?.(folding);
        const own = dealt.get(folding) ?? [];
        await orFailed(folding.take(client, last === undefined ? own : own.filter(({ position }) => position <= last)));
      });
      lap('folding');
      position = stored.at(-1)!.position;
      if (rowsOf(active) > rowsInMemory) {
        await writing;
        write(retireRows(active, rowsInMemory * KEPT));
        if (clients.length === 1) await writing;
        lap('writing');
      } else if (position >= partEnds && clients.length > 1 && !isWriting) {
        write(active.map((folding) => [folding, folding.retire()]));
        partEnds = position + part;
      }
      done += stored.length;
      how.onProgress?.(done, total());
      if (active.length === 0) break;
    }
    how.signal.throwIfAborted();
    await writing;
    lap('writing');
  } finally {
    await writing.catch(() => undefined);
  }
  return { position, failures };
}

/**
 * Returns how to deal the events of a batch out to the models that may take them, each type looked up once: most models
 * take few types.
 */
function dealer(foldings: readonly Folding[]) {
  const takersOf = new Map<string, readonly Folding[]>();
  return (batch: readonly LogEvent[]): ReadonlyMap<Folding, readonly LogEvent[]> => {
    const dealt = new Map(foldings.map((folding) => [folding, [] as LogEvent[]]));
    for (const event of batch) {
      let takers = takersOf.get(event.type);
      if (!takers) takersOf.set(event.type, (takers = foldings.filter((folding) => folding.mayTake(event.type))));
      for (const folding of takers) dealt.get(folding)!.push(event);
    }
    return dealt;
  };
}

/** A model, and how to write rows that it took out of memory. */
type Retired = readonly [Folding, ReturnType<Folding['retire']>];

const rowsOf = (foldings: readonly Folding[]): number => foldings.reduce((rows, { size }) => rows + size, 0);

/**
 * Retires rows until at most `most` are left, those of the largest models first, so that a model whose rows fit in
 * memory keeps them. The second round also takes rows of the latest batches.
 */
function retireRows(foldings: readonly Folding[], most: number): readonly Retired[] {
  const retired: Retired[] = [];
  for (let round = 1; round <= 2; round += 1)
    for (const folding of foldings.toSorted((one, other) => other.size - one.size)) {
      if (rowsOf(foldings) <= most) return retired;
      retired.push([folding, folding.retire()]);
    }
  return retired;
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
