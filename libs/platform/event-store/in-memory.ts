import type { Clock } from '#platform/kernel';
import type { Appended, Conflict, EventStore, Expected, NewEvent, ReadAll, StoredEvent } from './event-store.js';
import { demandAppendable } from './not-appendable.js';
import { ofTenant } from './of-tenant.js';
import { isRepeat } from './repeat.js';

const BATCH = 1_000;

/** The log itself, which several in-memory stores (clients) share as processes share a database. */
export class InMemoryLog {
  /** Event at index `i` has position `i + 1`; data and metadata are stored as text, so that they cannot be changed. */
  private readonly lines: string[] = [];
  /** By `addressOf`. */
  private readonly streams = new Map<string, number[]>();
  private readonly ids = new Map<string, number>();
  private readonly sleepers = new Set<() => void>();
  private lastRecordedAt = new Date(0);

  get head(): bigint {
    return BigInt(this.lines.length);
  }

  streamAt(tenant: string, stream: string): readonly number[] {
    return this.streams.get(addressOf(tenant, stream)) ?? [];
  }

  /** Index of the tenant's event with this id, if the log holds it. */
  indexOf(tenant: string, id: string): number | undefined {
    return this.ids.get(addressOf(tenant, id));
  }

  at(index: number): StoredEvent {
    const kept = JSON.parse(this.lines[index]!) as Omit<StoredEvent, 'revision' | 'position' | 'recordedAt'> & {
      revision: number;
      recordedAt: number;
    };
    return {
      ...kept,
      revision: BigInt(kept.revision),
      position: BigInt(index + 1),
      recordedAt: new Date(kept.recordedAt),
    };
  }

  write(tenant: string, stream: string, events: readonly NewEvent[], now: Date): Appended {
    const places = this.streams.get(addressOf(tenant, stream)) ?? [];
    if (now > this.lastRecordedAt) this.lastRecordedAt = now;
    const lines = events.map((event, i) =>
      JSON.stringify({
        ...event,
        tenant,
        stream,
        revision: places.length + i,
        recordedAt: this.lastRecordedAt.getTime(),
      }),
    );
    for (const [i, line] of lines.entries()) {
      this.ids.set(addressOf(tenant, events[i]!.id), this.lines.length);
      places.push(this.lines.push(line) - 1);
    }
    this.streams.set(addressOf(tenant, stream), places);
    for (const wake of [...this.sleepers]) wake();
    return { revision: BigInt(places.length - 1), position: this.head };
  }

  /** Resolves at the next append or when `signal` aborts. */
  async change(signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) return;
    await new Promise<void>((resolve) => {
      const wake = () => {
        this.sleepers.delete(wake);
        signal?.removeEventListener('abort', wake);
        resolve();
      };
      this.sleepers.add(wake);
      signal?.addEventListener('abort', wake);
    });
  }
}

/** The log in memory: for tests of code that uses the port, and as the simplest engine that passes its contract. */
export class InMemoryEventStore implements EventStore {
  constructor(
    private readonly clock: Clock,
    private readonly log = new InMemoryLog(),
  ) {}

  async read(tenant: string, stream: string, from = 0n): Promise<readonly StoredEvent[]> {
    return this.log
      .streamAt(tenant, stream)
      .slice(Number(from))
      .map((index) => this.log.at(index));
  }

  async append(
    tenant: string,
    stream: string,
    expected: Expected,
    events: readonly [NewEvent, ...NewEvent[]],
  ): Promise<Appended | Conflict> {
    demandAppendable(tenant, stream, events);
    const places = this.log.streamAt(tenant, stream);
    const next = expected === 'no-stream' ? 0 : Number(expected) + 1;
    if (places.length !== next) return this.repeated(places, next, events) ?? conflict(stream, places.length);
    for (const [i, { id }] of events.entries())
      if (this.log.indexOf(tenant, id) !== undefined || events.findIndex((other) => other.id === id) < i)
        throw new Error(`Event id ${id} is already in the log, at another place`);
    return this.log.write(tenant, stream, events, this.clock.now());
  }

  readAll(options: ReadAll): AsyncIterable<readonly StoredEvent[]> {
    return ofTenant(this.everything(options), options);
  }

  subscribe(options: ReadAll): AsyncIterable<readonly StoredEvent[]> {
    return ofTenant(this.following(options), options);
  }

  async head(): Promise<bigint> {
    return this.log.head;
  }

  async countAfter(after: bigint, atMost: number): Promise<number> {
    return Math.min(Number(this.log.head - after), atMost);
  }

  private async *everything({ after, signal, batchSize = BATCH }: ReadAll): AsyncIterable<readonly StoredEvent[]> {
    for (let at = Number(after); at < Number(this.log.head) && !signal?.aborted;) {
      const batch: StoredEvent[] = [];
      while (at < Number(this.log.head) && batch.length < batchSize) batch.push(this.log.at(at++));
      yield batch;
    }
  }

  private async *following(options: ReadAll): AsyncIterable<readonly StoredEvent[]> {
    let { after } = options;
    while (!options.signal?.aborted) {
      for await (const batch of this.everything({ ...options, after })) {
        after = batch.at(-1)!.position;
        yield batch;
      }
      if (this.log.head === after) await this.log.change(options.signal);
    }
  }

  /** The original answer, when the stream already has exactly these events at this place. */
  private repeated(stream: readonly number[], from: number, events: readonly NewEvent[]): Appended | undefined {
    const places = stream.slice(from, from + events.length);
    if (places.length < events.length || !events.every((event, i) => isRepeat(this.log.at(places[i]!), event)))
      return undefined;
    return { revision: BigInt(from + events.length - 1), position: BigInt(places.at(-1)! + 1) };
  }
}

/** A tenant's id contains no slash. */
const addressOf = (tenant: string, name: string): string => `${tenant}/${name}`;

const conflict = (stream: string, length: number): Conflict => ({ conflict: { stream, actual: BigInt(length - 1) } });
