import type { EventStore } from './event-store.js';

/**
 * How many events stand after a position, as far as `atMost`: positions are compared and never counted with, for an
 * engine may leave gaps (ADR 0013).
 */
export async function countAfter(store: EventStore, after: bigint, atMost: number): Promise<number> {
  let count = 0;
  for await (const batch of store.readAll({ after, batchSize: Math.min(atMost, 1_000) })) {
    count += batch.length;
    if (count >= atMost) return atMost;
  }
  return count;
}
