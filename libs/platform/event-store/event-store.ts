import type { EventMetadata } from '#platform/kernel';

/** An event on its way into the log. `id` makes a repeated append harmless. */
export interface NewEvent {
  /** UUID, made by the caller, the same at every try. */
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  /** JSON object of the type's schema; its bytes are kept as they were written. */
  readonly data: unknown;
  readonly metadata: EventMetadata;
}

/** An event as the log keeps it, in the shape it was written (not yet upcast). */
export interface StoredEvent extends NewEvent {
  readonly stream: string;
  /** Place in the stream, from 0, without gaps. */
  readonly revision: bigint;
  /** Place in the whole log: grows strictly in commit order; an engine may leave gaps. */
  readonly position: bigint;
  readonly recordedAt: Date;
}

/** Where a command's answer stands in the log: the stream's new revision (its ETag) and the position to read after. */
export interface Appended {
  readonly revision: bigint;
  readonly position: bigint;
}

/** The stream was not where the writer thought it was; nothing was written. `actual` is -1 where there is no stream. */
export interface Conflict {
  readonly conflict: { readonly stream: string; readonly actual: bigint };
}

/** What the writer knows of the stream: that it does not exist yet, or the revision of its last event. There is no "any". */
export type Expected = 'no-stream' | bigint;

export interface ReadAll {
  /** Read events after this position; 0 reads from the beginning. */
  readonly after: bigint;
  readonly signal?: AbortSignal;
  /** At most so many events a batch (default 1,000). */
  readonly batchSize?: number;
}

/**
 * The log: append-only, ordered, durable. Two engines as different as a table and a transaction log pass the same
 * contract suite (`contract/`, ADR 0013). Faults of the engine throw; a conflict is an answer.
 */
export interface EventStore {
  /** The events of one stream from `from` (default 0) in order; empty where there is no such stream, or cannot be. */
  read(stream: string, from?: bigint): Promise<readonly StoredEvent[]>;
  /**
   * Appends all of `events` to one stream, or none. Durable when it returns, and seen by every client from then on. The
   * same events again at the same expected revision is a success with the same answer, whatever was appended later, and
   * not a second append: after a fault, when nobody knows what became of it, the same append may be made again. The same
   * event ids with other content are a conflict (`isRepeat`). Throws `NotAppendable` for what cannot be read back. An event id that is used at another place is a mistake of
   * the caller, which an engine may answer by throwing.
   */
  append(stream: string, expected: Expected, events: readonly [NewEvent, ...NewEvent[]]): Promise<Appended | Conflict>;
  /** Every event after a position up to the end as it is when reached, in batches that are never empty; then it ends. */
  readAll(options: ReadAll): AsyncIterable<readonly StoredEvent[]>;
  /**
   * As `readAll`, and goes on with what comes, without a gap or a repeat, until `signal` aborts (then it ends quietly).
   * Passing faults of the engine are waited out. The next batch is asked for when the caller is done with this one.
   */
  subscribe(options: ReadAll): AsyncIterable<readonly StoredEvent[]>;
  /** Position of the last event, 0 for an empty log. */
  head(): Promise<bigint>;
}

/** DI token of the log. */
export const EVENT_STORE = Symbol('EventStore');
export const isConflict = (answer: Appended | Conflict): answer is Conflict => 'conflict' in answer;
