import type { EventMetadata } from '#platform/kernel';

/** An event to be appended. `id` makes a repeated append idempotent. */
export interface NewEvent {
  /** UUID, made by the caller, the same at every try. */
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  /** JSON object of the type's schema; stored byte for byte. */
  readonly data: unknown;
  readonly metadata: EventMetadata;
}

/** An event as stored, in the shape it was written (not yet upcast). */
export interface StoredEvent extends NewEvent {
  /** The tenant that the event belongs to; part of its address, and never of its data. */
  readonly tenant: string;
  readonly stream: string;
  /** Place in the stream, from 0, without gaps. */
  readonly revision: bigint;
  /** Place in the whole log: grows strictly in commit order; an engine may leave gaps. */
  readonly position: bigint;
  readonly recordedAt: Date;
}

/** Position of a command's result in the log: the stream's new revision (its ETag) and the position to read after. */
export interface Appended {
  readonly revision: bigint;
  readonly position: bigint;
}

/** The stream was not at the expected revision; nothing was written. `actual` is -1 if there is no stream. */
export interface Conflict {
  readonly conflict: { readonly stream: string; readonly actual: bigint };
}

/** Expected state of the stream: nonexistent, or the revision of its last event. There is no "any". */
export type Expected = 'no-stream' | bigint;

export interface ReadAll {
  /** Only the events of this tenant. A process that serves people's requests may read no others. */
  readonly tenant?: string;
  /** Read events after this position; 0 reads from the beginning. */
  readonly after: bigint;
  readonly signal?: AbortSignal;
  /** Largest number of events per batch (default 1,000). */
  readonly batchSize?: number;
  /** Types of events whose data the caller uses (default all); the data of others may be left out, and is then null. */
  readonly dataOf?: ReadonlySet<string>;
}

/**
 * The log: append-only, ordered, durable. Engines as different as a table and a transaction log pass the same contract
 * suite (`contract/`, ADR 0013). Faults of the engine throw; a conflict is a return value.
 */
export interface EventStore {
  /**
   * The events of one stream of a tenant from `from` (default 0) in order; empty if the stream does not exist, or
   * cannot. A stream belongs to one tenant; another's stream may have the same name.
   */
  read(tenant: string, stream: string, from?: bigint): Promise<readonly StoredEvent[]>;
  /**
   * Appends all of `events` to one stream, or none. Durable, and visible to every client, when it resolves. Appending
   * the same events again at the same expected revision succeeds with the same answer, whatever was appended later, and
   * writes nothing; so an append with an unknown outcome may be repeated after a fault. The same event ids with other
   * content are a conflict (`isRepeat`). An event id used at another place of the tenant is a mistake of the
   * caller, and an engine may throw.
   * @throws NotAppendable for values that could not be read back
   */
  append(
    tenant: string,
    stream: string,
    expected: Expected,
    events: readonly [NewEvent, ...NewEvent[]],
  ): Promise<Appended | Conflict>;
  /** Every event after a position, or the tenant's, up to the end of the log when it is reached, in batches that are never empty. */
  readAll(options: ReadAll): AsyncIterable<readonly StoredEvent[]>;
  /**
   * Continues after `readAll` with new events, without a gap or a repeat, until `signal` aborts (then it ends without
   * an error). Retries on transient faults of the engine. Reads the next batch when the caller is done with this one.
   */
  subscribe(options: ReadAll): AsyncIterable<readonly StoredEvent[]>;
  /** Position of the last event, 0 for an empty log. */
  head(): Promise<bigint>;
  /** Number of events after a position, `atMost` at most. Positions do not tell where an engine leaves gaps. */
  countAfter(after: bigint, atMost: number): Promise<number>;
}

/** DI token of the log. */
export const EVENT_STORE = Symbol('EventStore');
export const isConflict = (answer: Appended | Conflict): answer is Conflict => 'conflict' in answer;
