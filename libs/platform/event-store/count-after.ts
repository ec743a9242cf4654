import type { EventStore } from './event-store.js';

/**
 * Number of events after a position, up to `atMost`. Counts events: positions are only compared, since an engine may
 * leave gaps (ADR 0013).
 */
export async function countAfter(store: EventStore, after: bigint, atMost: number): Promise<number> {
  let count = 0;
  for await (const batch of store.readAll({ after, batchSize: Math.min(atMost, 1_000) })) {
    count += batch.length;
    if (count >= atMost) return atMost;
  }
  return count;
}
