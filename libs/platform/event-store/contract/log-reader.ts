import { expect } from '@jest/globals';
import type { EventStore, StoredEvent } from '../event-store.js';

/** Follows the log by a subscription and collects the events for later assertions. */
export class LogReader {
  readonly events: StoredEvent[] = [];
  private readonly ended: Promise<void>;
  private readonly stopping = new AbortController();
  private grown = () => {};

  constructor(store: EventStore, after: bigint, batchSize?: number) {
    this.ended = this.follow(store, after, batchSize);
    // Reported to those who await it; until then it must not end the process.
    this.ended.catch(() => undefined);
  }

  /** Resolves when it has received at least `count` events. */
  until(count: number): Promise<void> {
    return this.wait(() => this.events.length >= count);
  }

  /** Resolves when it has received the event at this position or a later one. */
  reached(position: bigint): Promise<void> {
    return this.wait(() => (this.events.at(-1)?.position ?? 0n) >= position);
  }

  /** Ends the subscription and resolves with its events. */
  async stop(): Promise<readonly StoredEvent[]> {
    this.stopping.abort();
    await this.ended;
    return this.events;
  }

  private async wait(enough: () => boolean): Promise<void> {
    const early = this.ended.then(() => {
      throw new Error('The subscription ended by itself');
    });
    early.catch(() => undefined);
    while (!enough()) await Promise.race([early, new Promise<void>((resolve) => (this.grown = resolve))]);
  }

  private async follow(store: EventStore, after: bigint, batchSize?: number): Promise<void> {
    for await (const batch of store.subscribe({ after, signal: this.stopping.signal, batchSize })) {
      this.events.push(...batch);
      this.grown();
    }
  }
}

/** Checks the order that readers rely on: positions strictly grow, and each stream's revisions are consecutive. */
export function expectLogOrder(events: readonly StoredEvent[]): void {
  const revisions = new Map<string, bigint>();
  let position = -1n;
  for (const event of events) {
    if (event.position <= position) expect(`${event.position} after ${position}`).toBe('strictly growing positions');
    position = event.position;
    const before = revisions.get(event.stream);
    if (before !== undefined && event.revision !== before + 1n)
      expect(`${event.stream}: ${event.revision} after ${before}`).toBe('adjacent revisions');
    revisions.set(event.stream, event.revision);
  }
}
