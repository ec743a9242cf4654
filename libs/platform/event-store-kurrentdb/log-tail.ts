import { setTimeout as pause } from 'node:timers/promises';
import type { StoredEvent } from '#platform/event-store';
import { clientLibrary } from './client-library.js';
import { inTime, disposeClient } from './connection.js';
import { isTransient } from './faults.js';
import type { LogPages } from './log-pages.js';
import type { SkipRanges } from './skip-ranges.js';
import { Subscription } from './subscription.js';

/** Pause before a lost subscription is opened again, in ms. */
const AWAY = 300;
/** A server that does not confirm a subscription within this time counts as unreachable, in ms. */
const CONFIRMED_WITHIN = 10_000;
/** Limits of the buffer of newest events; readers further behind read pages. */
const KEPT = { events: 4_096, bytes: 16n * 1024n * 1024n } as const;

export interface LogTailOptions {
  readonly connectionString: string;
  readonly prefix: string;
  readonly pages: LogPages;
  readonly skipRanges: SkipRanges;
  readonly onTrouble: (fault: unknown) => void;
}

/**
 * Next events after a position, or, for a reader behind the buffer, the position `from` up to which it must read pages.
 */
export type BufferedEvents = { readonly events: readonly StoredEvent[] } | { readonly behind: bigint };

/**
 * The one subscription of a process, which buffers the log's newest own events for all followers. It never waits for
 * the slowest of them and its buffer is bounded, so a slow follower neither makes memory grow nor makes the server end
 * the subscription. Runs while there are followers.
 */
export class LogTail {
  private followers = 0;
  private running: AbortController | undefined;
  private ending: Promise<unknown> = Promise.resolve();
  /** The buffer is complete after `from`; undefined until a subscription has been opened. */
  private from: bigint | undefined;
  private kept: StoredEvent[] = [];
  /** Position of the last own event, and how far the server has searched for the next one. */
  private last = 0n;
  private passedTo = 0n;
  private readonly sleepers = new Set<() => void>();

  constructor(private readonly options: LogTailOptions) {}

  /** Follows the log until `signal` aborts. */
  async join(signal: AbortSignal): Promise<void> {
    this.followers += 1;
    if (!this.running) {
      this.running = new AbortController();
      this.ending = Promise.all([this.ending, this.run(this.running.signal)]);
    }
    const leave = () => {
      this.followers -= 1;
      if (this.followers > 0) return;
      this.running?.abort();
      this.running = undefined;
      this.forget();
    };
    if (signal.aborted) leave();
    else signal.addEventListener('abort', leave, { once: true });
    await this.opened(signal);
  }

  /** At most `size` events after a position; none if the log has none yet. */
  after(position: bigint, size: number): BufferedEvents {
    if (this.from === undefined || position < this.from) return { behind: this.from ?? position };
    let low = 0;
    for (let high = this.kept.length; low < high;) {
      const middle = (low + high) >> 1;
      if (this.kept[middle]!.position > position) high = middle;
      else low = middle + 1;
    }
    return { events: this.kept.slice(low, low + size) };
  }

  /** Resolves when the buffer has an event after `position` or begins beyond it, or when `signal` aborts. */
  async growth(position: bigint, signal: AbortSignal): Promise<void> {
    const nothingYet = () => this.from === undefined || (this.from <= position && this.last <= position);
    while (!signal.aborted && nothingYet()) await this.change(signal);
  }

  /** Resolves when the last follower has left. */
  async ended(): Promise<void> {
    await this.ending;
  }

  private async opened(signal: AbortSignal): Promise<void> {
    while (!signal.aborted && this.from === undefined && this.running) await this.change(signal);
  }

  private async run(stop: AbortSignal): Promise<void> {
    while (!stop.aborted) {
      try {
        await this.follow(stop);
      } catch (fault) {
        if (stop.aborted) return;
        this.options.onTrouble(fault);
        if (!isTransient(fault) && !isTransient((fault as Error).cause)) this.forget();
        await pause(AWAY, undefined, { signal: stop }).catch(() => undefined);
      }
    }
  }

  /** One subscription, from the end of the previous one, until it is lost. */
  private async follow(stop: AbortSignal): Promise<void> {
    const { connectionString, pages, skipRanges, prefix } = this.options;
    if (this.from === undefined) {
      this.last = await pages.head();
      this.passedTo = (await skipRanges.around(this.last))?.to ?? this.last;
    }
    if (stop.aborted) return;
    const from = this.passedTo;
    const client = clientLibrary().KurrentDBClient.connectionString(connectionString);
    const subscription = new Subscription(client, prefix, from);
    const end = () => subscription.end();
    stop.addEventListener('abort', end, { once: true });
    try {
      await inTime(subscription.confirmed, CONFIRMED_WITHIN);
      this.from ??= from;
      this.wake();
      for await (const message of subscription) {
        if (stop.aborted) return;
        if ('event' in message) this.take(message.event);
        else if ('passedTo' in message) await this.passed(message.passedTo);
      }
    } finally {
      stop.removeEventListener('abort', end);
      subscription.end();
      await disposeClient(client);
    }
  }

  private take(event: StoredEvent): void {
    if (event.position <= this.last) return;
    this.kept.push(event);
    this.last = this.passedTo = event.position;
    this.options.pages.saw(event.position);
    while (this.kept.length > KEPT.events || event.position - this.kept[0]!.position > KEPT.bytes)
      this.from = this.kept.shift()!.position;
    this.wake();
  }

  private async passed(to: bigint): Promise<void> {
    if (to <= this.passedTo) return;
    this.passedTo = to;
    this.options.pages.saw(this.last, to);
    await this.options.skipRanges.passed({ from: this.last, to });
  }

  private forget(): void {
    this.from = undefined;
    this.kept = [];
    this.wake();
  }

  private wake(): void {
    for (const wake of [...this.sleepers]) wake();
  }

  private async change(signal: AbortSignal): Promise<void> {
    await new Promise<void>((resolve) => {
      const wake = () => {
        this.sleepers.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.sleepers.add(wake);
      signal.addEventListener('abort', wake);
    });
  }
}
