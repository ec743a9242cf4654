import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'pg';
import type { Clock } from '#platform/kernel';
import {
  canBeStream,
  demandAppendable,
  type Appended,
  type Conflict,
  type EventStore,
  type Expected,
  type NewEvent,
  type ReadAll,
  type StoredEvent,
} from '#platform/event-store';
import { verifyLogin } from '#platform/database';
import { AppendQueue } from './append-queue.js';
import { rejectionCause, writeBatch, type Append } from './append-statements.js';
import { connectionConfig, isTransient } from './connections.js';
import { readPage, readStream } from './log-pages.js';
import { LogSignal } from './log-signal.js';

export interface PostgresEventStoreOptions {
  /**
   * Connects directly to the server (or through a pooler in session mode): the log uses prepared statements and LISTEN.
   */
  readonly connectionString: string;
  /** `samspill_operator` only reads (default `samspill_app`). */
  readonly role?: 'samspill_app' | 'samspill_operator';
  readonly clock: Clock;
  /** Connections for reading (default 4); appending and the signal have one each besides. */
  readonly poolSize?: number;
  /** Time limit of an append, retries included, while the database is unreachable, in ms (default 15,000). */
  readonly appendDeadlineMs?: number;
  /** Time that a subscription waits for a signal before it polls, in ms (default 1,000). */
  readonly pollMs?: number;
  /** Called with connection faults from which the store recovers by itself. */
  readonly onTrouble?: (error: unknown) => void;
}

const PAGE = 1_000;
/** Pause before a subscription whose database is unreachable tries again, in ms. */
const AWAY = 500;

/** The log in PostgreSQL: one table, positions without gaps and in commit order, appends written together (ADR 0010). */
export class PostgresEventStore implements EventStore {
  private readonly readers: Pool;
  private readonly writer: Pool;
  private readonly queue: AppendQueue;
  private readonly signal: LogSignal;
  private readonly closing = new AbortController();
  private readonly onTrouble: (error: unknown) => void;
  private closed: Promise<void> | undefined;

  constructor(options: PostgresEventStoreOptions) {
    const {
      connectionString,
      role = 'samspill_app',
      clock,
      poolSize = 4,
      appendDeadlineMs = 15_000,
      onTrouble = () => undefined,
    } = options;
    this.onTrouble = onTrouble;
    const config = { ...connectionConfig(connectionString, role), verify: verifyLogin(role) };
    this.readers = new Pool({ ...config, max: poolSize });
    this.writer = new Pool({
      ...config,
      max: 1,
      idleTimeoutMillis: 0,
      query_timeout: appendDeadlineMs,
    });
    // The next query replaces a connection lost while idle; without a listener the error would end the process.
    for (const pool of [this.readers, this.writer]) pool.on('error', onTrouble);
    this.queue = new AppendQueue((batch) => writeBatch(this.writer, batch, clock.now()), appendDeadlineMs);
    this.signal = new LogSignal(connectionString, role, onTrouble, options.pollMs);
  }

  read(tenant: string, stream: string, from = 0n): Promise<readonly StoredEvent[]> {
    return canBeStream(tenant, stream) ? readStream(this.readers, tenant, stream, from) : Promise.resolve([]);
  }

  async append(
    tenant: string,
    stream: string,
    expected: Expected,
    events: readonly [NewEvent, ...NewEvent[]],
  ): Promise<Appended | Conflict> {
    demandAppendable(tenant, stream, events);
    const append: Append = {
      tenant,
      stream,
      expected: expected === 'no-stream' ? -1n : expected,
      events,
      texts: events.map(({ data, metadata }) => [JSON.stringify(data), JSON.stringify(metadata)]),
    };
    const revision = append.expected + BigInt(events.length);
    for (;;) {
      const position = await this.queue.add(append);
      if (position !== undefined) {
        this.signal.announce(position);
        return { revision, position };
      }
      const { actual, repeated } = await rejectionCause(this.readers, append);
      if (repeated !== undefined) return { revision, position: repeated };
      // The stream reached the expected revision after the rejection: the append can be tried again.
      if (actual !== append.expected) return { conflict: { stream, actual } };
    }
  }

  /** Reads one page ahead while the caller processes the current one. */
  async *readAll({ after, signal, batchSize = PAGE }: ReadAll): AsyncIterable<readonly StoredEvent[]> {
    let coming = readPage(this.readers, after, batchSize);
    for (;;) {
      const page = await coming;
      const last = page.at(-1);
      if (!last || signal?.aborted) return;
      const full = page.length === batchSize;
      if (full) {
        coming = readPage(this.readers, last.position, batchSize);
        // Handled when it is awaited; the caller may leave before.
        coming.catch(() => undefined);
      }
      yield page;
      if (!full) return;
    }
  }

  async *subscribe(options: ReadAll): AsyncIterable<readonly StoredEvent[]> {
    const signal = AbortSignal.any([this.closing.signal, ...(options.signal ? [options.signal] : [])]);
    let { after } = options;
    while (!signal.aborted) {
      try {
        for await (const page of this.readAll({ ...options, after, signal })) {
          after = page.at(-1)!.position;
          yield page;
        }
        await this.signal.growth(after, signal);
      } catch (error) {
        if (signal.aborted) return;
        if (!isTransient(error)) throw error;
        this.onTrouble(error);
        await pause(AWAY, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  async head(): Promise<bigint> {
    const { rows } = await this.readers.query<[string]>({
      name: 'head',
      text: 'SELECT position FROM event_head',
      rowMode: 'array',
    });
    return BigInt(rows[0]![0]);
  }

  /**
   * Writes the queued appends, ends subscriptions without an error and closes the connections; a second call waits for
   * the first.
   */
  close(): Promise<void> {
    return (this.closed ??= this.end());
  }

  private async end(): Promise<void> {
    await this.queue.close();
    this.closing.abort();
    await Promise.all([this.signal.close(), this.readers.end(), this.writer.end()]);
  }
}
