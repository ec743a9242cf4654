import type { EventData } from '@kurrent/kurrentdb-client';
import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '#platform/kernel';
import {
  canBeStream,
  countAfter,
  demandAppendable,
  isRepeat,
  ofTenant,
  type Appended,
  type Conflict,
  type EventStore,
  type Expected,
  type NewEvent,
  type ReadAll,
  type StoredEvent,
} from '#platform/event-store';
import { clientLibrary } from './client-library.js';
import { parseKurrentAddress } from './address.js';
import { Connection } from './connection.js';
import { KurrentUnavailable } from './faults.js';
import { LogPages } from './log-pages.js';
import { LogTail } from './log-tail.js';
import { SkipRanges, type StoredSkipRanges } from './skip-ranges.js';
import { streamNameOf, toKurrent } from './stored-event.js';

export interface KurrentEventStoreOptions {
  /** `kurrentdb://…`; contains a password. */
  readonly url: string;
  readonly clock: Clock;
  /**
   * Name of the log (default samspill): the names of its streams begin with it and a full stop. Two logs on one server
   * need different names.
   */
  readonly log?: string;
  /**
   * Time limit of an append or a read, retries included, without any answer from the server, in ms (default 15,000).
   */
  readonly deadlineMs?: number;
  /** Time limit of one try without any answer from the server, in ms (default 5,000). */
  readonly tryMs?: number;
  /** Time in which a read may find nothing before a subscription continues it, in ms (default 1,000). */
  readonly silentMs?: number;
  /** Store of the skip ranges that the server's checkpoints reveal; in memory if undefined. */
  readonly skipRanges?: StoredSkipRanges;
  /** Called with connection faults from which the store recovers by itself. */
  readonly onTrouble?: (fault: unknown) => void;
}

/** An append in the form that the client takes. */
interface Write {
  /** Name after the log's prefix. */
  readonly name: string;
  /** -1 when the stream must not exist. */
  readonly expected: bigint;
  readonly events: readonly NewEvent[];
  readonly written: EventData[];
}

interface RejectionCause {
  readonly actual: bigint;
  readonly repeated?: Appended;
}

/** Delays after which an unanswered append is looked up in its stream, in ms. */
const LOOK = [250, 1_000] as const;

export const DEFAULT_LOG = 'samspill';
/** One word, so that no log's prefix is the beginning of another's. */
const LOG_NAME = /^[a-z][a-z0-9]{0,39}$/;
export const isLogName = (name: string): boolean => LOG_NAME.test(name);

const PAGE = 1_000;
/** Pause before a subscription whose server is unreachable tries again, in ms. */
const AWAY = 500;

/** The log in KurrentDB: streams under one prefix, positions that grow with gaps (ADR 0110). */
export class KurrentEventStore implements EventStore {
  private readonly connection: Connection;
  private readonly pages: LogPages;
  private readonly tail: LogTail;
  private readonly prefix: string;
  private readonly clock: Clock;
  private readonly closing = new AbortController();
  private readonly onTrouble: (fault: unknown) => void;
  private closed: Promise<void> | undefined;

  constructor(options: KurrentEventStoreOptions) {
    const { url, clock, log = DEFAULT_LOG, onTrouble = () => undefined } = options;
    const { deadlineMs = 15_000, tryMs = 5_000, silentMs = 1_000 } = options;
    if (!isLogName(log)) throw new Error('A log is named by one word of small letters and digits');
    const { connectionString } = parseKurrentAddress(url);
    this.prefix = `${log}.`;
    this.clock = clock;
    this.onTrouble = onTrouble;
    this.connection = new Connection({ connectionString, deadlineMs, tryMs, onTrouble });
    const skipRanges = new SkipRanges(options.skipRanges, onTrouble);
    this.pages = new LogPages(this.connection, { prefix: this.prefix, skipRanges, silentMs });
    this.tail = new LogTail({ connectionString, prefix: this.prefix, pages: this.pages, skipRanges, onTrouble });
  }

  read(tenant: string, stream: string, from = 0n): Promise<readonly StoredEvent[]> {
    return canBeStream(tenant, stream) ? this.pages.stream(streamNameOf(tenant, stream), from) : Promise.resolve([]);
  }

  async append(
    tenant: string,
    stream: string,
    expected: Expected,
    events: readonly [NewEvent, ...NewEvent[]],
  ): Promise<Appended | Conflict> {
    demandAppendable(tenant, stream, events);
    const now = this.clock.now();
    const written = events.map((event) => toKurrent(tenant, event, now));
    const name = streamNameOf(tenant, stream);
    const write: Write = { name, expected: expected === 'no-stream' ? -1n : expected, events, written };
    for (;;) {
      try {
        const appended = await this.writtenOrStanding(write);
        this.pages.saw(appended.position, 0n);
        // The server accepts a repeat by its event ids, whatever the content: only the stream shows which events were
        // stored.
        const { actual, repeated } = await this.rejectionCause(write);
        return repeated ? appended : { conflict: { stream, actual } };
      } catch (fault) {
        if (!(fault instanceof clientLibrary().WrongExpectedVersionError)) throw fault;
        const actual = typeof fault.actualState === 'bigint' ? fault.actualState : -1n;
        // The stream reached the expected revision after the rejection: the append can be tried again.
        if (actual !== write.expected) return { conflict: { stream, actual } };
      }
    }
  }

  readAll(options: ReadAll): AsyncIterable<readonly StoredEvent[]> {
    return ofTenant(this.everything(options), options);
  }

  subscribe(options: ReadAll): AsyncIterable<readonly StoredEvent[]> {
    return ofTenant(this.following(options), options);
  }

  /** Reads one page ahead while the caller processes the current one. */
  private async *everything({ after, signal, batchSize = PAGE }: ReadAll): AsyncIterable<readonly StoredEvent[]> {
    let coming = this.pages.page(after, batchSize);
    for (;;) {
      const page = await coming;
      const last = page.at(-1);
      if (!last || signal?.aborted) return;
      const full = page.length === batchSize;
      if (full) {
        coming = this.pages.page(last.position, batchSize);
        // Handled when it is awaited; the caller may leave before.
        coming.catch(() => undefined);
      }
      yield page;
      if (!full) return;
    }
  }

  private async *following({ after, signal, batchSize = PAGE }: ReadAll): AsyncIterable<readonly StoredEvent[]> {
    const leaving = new AbortController();
    const ending = AbortSignal.any([this.closing.signal, leaving.signal, ...(signal ? [signal] : [])]);
    let position = after;
    try {
      await this.tail.join(ending);
      while (!ending.aborted) {
        const next = this.tail.after(position, batchSize);
        try {
          const events = 'events' in next ? next.events : await this.pages.page(position, batchSize);
          if (events.length > 0 && !ending.aborted) {
            position = events.at(-1)!.position;
            yield events;
          } else if ('behind' in next && next.behind > position) position = next.behind;
          else await this.tail.growth(position, ending);
        } catch (fault) {
          if (ending.aborted) return;
          if (!(fault instanceof KurrentUnavailable)) throw fault;
          this.onTrouble(fault);
          await pause(AWAY, undefined, { signal: ending }).catch(() => undefined);
        }
      }
    } finally {
      leaving.abort();
    }
  }

  /**
   * While the server is writing the same append for another caller, it drops this one without an answer until a
   * deadline of some seconds. So this looks after a moment whether the events are in the stream.
   */
  private async writtenOrStanding(write: Write): Promise<Appended> {
    const writing = this.write(write);
    for (const moment of LOOK) {
      const answer = await Promise.race([writing, pause(moment, undefined, { ref: false })]);
      if (answer) return answer;
      const rejectionCause = await this.rejectionCause(write).catch((fault: unknown) => void this.onTrouble(fault));
      if (rejectionCause?.repeated) return rejectionCause.repeated;
    }
    return writing;
  }

  /** Repeats keep the ids and the revision, so an append that is retried after a fault is written once (ADR 0110). */
  private async write({ name, expected, written }: Write): Promise<Appended> {
    const { nextExpectedRevision: revision, position } = await this.connection.call((client) =>
      client.appendToStream(this.prefix + name, written, {
        streamState: expected < 0n ? 'no_stream' : expected,
        requiresLeader: true,
      }),
    );
    return { revision, position: position!.commit };
  }

  /**
   * Revision of the stream's end, and the position of these events if the stream has exactly them at the expected
   * place.
   */
  private async rejectionCause({ name, expected, events }: Write): Promise<RejectionCause> {
    const after = await this.pages.stream(name, expected + 1n);
    const there = after.slice(0, events.length);
    const same = there.length === events.length && there.every((stored, i) => isRepeat(stored, events[i]!));
    const last = there.at(-1);
    return {
      actual: after.at(-1)?.revision ?? expected,
      ...(same && last && { repeated: { revision: last.revision, position: last.position } }),
    };
  }

  head(): Promise<bigint> {
    return this.pages.head();
  }

  countAfter(after: bigint, atMost: number): Promise<number> {
    return countAfter(this, after, atMost);
  }

  /** Ends subscriptions without an error and closes the connections; a second call waits for the first. */
  close(): Promise<void> {
    return (this.closed ??= this.end());
  }

  private async end(): Promise<void> {
    this.closing.abort();
    await Promise.all([this.tail.ended(), this.connection.close()]);
  }
}
