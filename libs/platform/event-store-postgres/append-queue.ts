import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises';
import type { Append, Places } from './append-statements.js';
import { brokenUnique, EventStoreUnavailable, isTransient } from './connections.js';

/** Limits of one batch: events, and bytes of JSON (approximate). */
const MOST_EVENTS = 1_000;
const MOST_BYTES = 2_000_000;
/** Largest number of consecutive races that a batch may lose against other processes. */
const MOST_RACES = 100;
/** Pauses between tries while the database is unreachable, in ms; the last is repeated. */
const PAUSES = [10, 50, 200, 500, 1_000] as const;

interface Waiting {
  readonly append: Append;
  readonly deadline: number;
  /** The position of its last event; `undefined` when the stream was not at the expected revision. */
  readonly answer: (position: bigint | undefined) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * Group commit: while one batch is being written, appends gather for the next; each gets its own answer. After a
 * transient fault a batch is written again with the same event ids, so every event is in the log once, whatever the
 * outcome of the first try.
 */
export class AppendQueue {
  private waiting: Waiting[] = [];
  private running: Promise<void> | undefined;
  private closed = false;

  constructor(
    private readonly write: (batch: readonly Append[]) => Promise<Places>,
    private readonly deadlineMs: number,
  ) {}

  add(append: Append): Promise<bigint | undefined> {
    if (this.closed) return Promise.reject(new Error('The event store is closed'));
    return new Promise((answer, fail) => {
      this.waiting.push({ append, answer, fail, deadline: performance.now() + this.deadlineMs });
      this.running ??= this.run();
    });
  }

  /** Writes the queued appends, then accepts no more. */
  async close(): Promise<void> {
    this.closed = true;
    await this.running;
  }

  private async run(): Promise<void> {
    for (let answered = 0; this.waiting.length > 0;) {
      // Callers answered by the previous batch may append again at once and join this one; after a single answer the
      // batch waits only a microtask, for appends of the very same moment.
      await (answered > 1 ? turn() : undefined);
      const batch = this.takeBatch();
      await this.settle(batch);
      answered = batch.length;
    }
    this.running = undefined;
  }

  /** The oldest first, one per stream: a second append to a stream is checked after the first has been written. */
  private takeBatch(): Waiting[] {
    const taken = new Set<string>();
    const batch: Waiting[] = [];
    const left: Waiting[] = [];
    let events = 0;
    let bytes = 0;
    let full = false;
    for (const one of this.waiting) {
      const { append } = one;
      const size = append.texts.reduce((sum, [data, metadata]) => sum + data.length + metadata.length, 0);
      full ||= batch.length > 0 && (events + append.events.length > MOST_EVENTS || bytes + size > MOST_BYTES);
      const address = `${append.tenant}/${append.stream}`;
      if (full || taken.has(address)) {
        left.push(one);
        continue;
      }
      taken.add(address);
      batch.push(one);
      events += append.events.length;
      bytes += size;
    }
    this.waiting = left;
    return batch;
  }

  /** Answers every append of the batch; never throws. */
  private async settle(batch: readonly Waiting[]): Promise<void> {
    let idTaken = false;
    for (let failures = 0; ; failures += 1) {
      try {
        const places = await this.write(batch.map(({ append }) => append));
        return batch.forEach(({ answer }, i) => answer(places[i]));
      } catch (error) {
        const unique = brokenUnique(error);
        // Another process wrote to one of these streams at the same moment: check again, its event is visible now.
        if (unique === 'event_stream_revision' && failures < MOST_RACES) continue;
        // A repeat of the same events may cause this once; the second time, another event uses the id.
        if (unique === 'event_event_id' && !idTaken) {
          idTaken = true;
          continue;
        }
        if (isTransient(error)) {
          batch = this.withoutLate(batch, error);
          if (batch.length === 0) return;
          await pause(PAUSES[Math.min(failures, PAUSES.length - 1)]);
          continue;
        }
        // One append cannot be written: retry each alone, so that the others succeed.
        if (batch.length > 1) for (const one of batch) await this.settle([one]);
        else batch[0]!.fail(error);
        return;
      }
    }
  }

  private withoutLate(batch: readonly Waiting[], cause: unknown): Waiting[] {
    const now = performance.now();
    const late = (one: Waiting) => one.deadline <= now;
    const gaveUp = [...batch, ...this.waiting].filter(late);
    this.waiting = this.waiting.filter((one) => !late(one));
    for (const { fail } of gaveUp) fail(new EventStoreUnavailable(this.deadlineMs / 1_000, cause));
    return batch.filter((one) => !late(one));
  }
}
