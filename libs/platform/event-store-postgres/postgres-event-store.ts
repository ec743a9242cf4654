import { setTimeout as pause } from 'node:timers/promises';
import { Pool, type PoolConfig } from 'pg';
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
import { PooledClient, verifyLogin, type LoginGroup } from '#platform/database';
import { AppendQueue } from './append-queue.js';
import { rejectionCause, writeBatch, type Append } from './append-statements.js';
import { connectionConfig, isTransient } from './connections.js';
import { readPage, readPageOf, readPageWithDataOf, readStream, readStreamOf } from './log-pages.js';
import { LogSignal } from './log-signal.js';
import { KeptConnection, TenantConnections } from './tenant-connections.js';

export interface PostgresEventStoreOptions {
  /**
   * Connects directly to the server (or through a pooler in session mode): the log uses prepared statements and LISTEN.
   */
  readonly connectionString: string;
  /** `samspill_operator` reads the whole log and appends nothing (default `samspill_app`). */
  readonly role?: 'samspill_app' | 'samspill_operator';
  /**
   * Address of a login that reads the whole log as `samspill_runner`. A process without it serves people's requests only,
   * and reads one tenant at a time.
   */
  readonly runnerUrl?: string | undefined;
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

/** Events that `readAll` reads at a time unless told otherwise. */
const PAGE_SIZE = 1_000;
/** Pause before a subscription whose database is unreachable tries again. */
const RETRY_PAUSE_MS = 500;

/** The log in PostgreSQL: one table, positions without gaps and in commit order, appends written together (ADR 0010). */
export class PostgresEventStore implements EventStore {
  private readonly readers: Pool;
  private readonly writer: Pool;
  /** Reads one tenant at a time; undefined for an operator. */
  private readonly tenants: TenantConnections | undefined;
  /** Reads the whole log; undefined in a process that may not. */
  private readonly wholeLog: Pool | undefined;
  private readonly appending: KeptConnection;
  private readonly queue: AppendQueue;
  private readonly signal: LogSignal;
  private readonly closing = new AbortController();
  private readonly onTrouble: (error: unknown) => void;
  private closed: Promise<void> | undefined;

  constructor(options: PostgresEventStoreOptions) {
    const { connectionString, role = 'samspill_app', runnerUrl, clock, poolSize = 4 } = options;
    const { appendDeadlineMs = 15_000, onTrouble = () => undefined } = options;
    this.onTrouble = onTrouble;
    this.readers = poolOf(connectionString, role, { max: poolSize });
    this.writer = poolOf(connectionString, role, { max: 1, idleTimeoutMillis: 0, query_timeout: appendDeadlineMs });
    const runners = runnerUrl === undefined ? undefined : poolOf(runnerUrl, 'samspill_runner', { max: poolSize });
    this.tenants = role === 'samspill_app' ? new TenantConnections(this.readers, connectionString) : undefined;
    this.wholeLog = role === 'samspill_operator' ? this.readers : runners;
    // The next query replaces a connection lost while idle; without a listener the error would end the process.
    for (const pool of this.pools()) pool.on('error', onTrouble);
    this.appending = new KeptConnection(this.writer, connectionString);
    this.queue = new AppendQueue((batch) => writeBatch(this.appending, batch, clock.now()), appendDeadlineMs);
    this.signal = new LogSignal(connectionString, role, onTrouble, options.pollMs);
  }

  read(tenant: string, stream: string, from = 0n): Promise<readonly StoredEvent[]> {
    if (!canBeStream(tenant, stream)) return Promise.resolve([]);
    return this.tenants
      ? readStreamOf(this.tenants, tenant, stream, from)
      : readStream(this.readers, tenant, stream, from);
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
      const { actual, repeated } = await rejectionCause(this.tenants!, append);
      if (repeated !== undefined) return { revision, position: repeated };
      // The stream reached the expected revision after the rejection: the append can be tried again.
      if (actual !== append.expected) return { conflict: { stream, actual } };
    }
  }

  /** Reads one page ahead while the caller processes the current one. */
  async *readAll({ signal, batchSize = PAGE_SIZE, ...how }: ReadAll): AsyncIterable<readonly StoredEvent[]> {
    let next = this.page(how, batchSize);
    for (;;) {
      const page = await next;
      const last = page.at(-1);
      if (!last || signal?.aborted) return;
      const isFull = page.length === batchSize;
      if (isFull) {
        next = this.page({ ...how, after: last.position }, batchSize);
        // Handled when it is awaited; the caller may leave before.
        next.catch(() => undefined);
      }
      yield page;
      if (!isFull) return;
    }
  }

  async *subscribe(options: ReadAll): AsyncIterable<readonly StoredEvent[]> {
    const signal = AbortSignal.any([this.closing.signal, ...(options.signal ? [options.signal] : [])]);
    let { after } = options;
    while (!signal.aborted) {
      try {
        // A tenant's next page need not read the events of others again.
        const head = options.tenant === undefined ? after : await this.head();
        for await (const page of this.readAll({ ...options, after, signal })) {
          after = page.at(-1)!.position;
          yield page;
        }
        if (head > after) after = head;
        await this.signal.growth(after, signal);
      } catch (error) {
        if (signal.aborted) return;
        if (!isTransient(error)) throw error;
        this.onTrouble(error);
        await pause(RETRY_PAUSE_MS, undefined, { signal }).catch(() => undefined);
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

  /** Positions have no gaps, so nothing is read. */
  async countAfter(after: bigint, atMost: number): Promise<number> {
    return Math.min(Math.max(Number((await this.head()) - after), 0), atMost);
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
    this.appending.release();
    this.closing.abort();
    await Promise.all([this.signal.close(), ...this.pools().map((pool) => pool.end())]);
  }

  private pools(): readonly Pool[] {
    return [...new Set([this.readers, this.writer, ...(this.wholeLog ? [this.wholeLog] : [])])];
  }

  private page({ tenant, after, dataOf }: ReadAll, size: number): Promise<readonly StoredEvent[]> {
    if (tenant !== undefined && this.tenants) return readPageOf(this.tenants, tenant, after, size);
    if (this.wholeLog && tenant === undefined && dataOf) return readPageWithDataOf(this.wholeLog, dataOf, after, size);
    if (this.wholeLog) return readPage(this.wholeLog, tenant, after, size);
    return Promise.reject(new Error('This process may read the log of one tenant at a time only'));
  }
}

function poolOf(url: string, role: LoginGroup, options: PoolConfig): Pool {
  return new Pool({ ...connectionConfig(url, role), verify: verifyLogin(role), Client: PooledClient, ...options });
}
