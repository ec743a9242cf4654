import type { EventStore } from './event-store.js';

/** `EventStore.countAfter` for an engine whose positions have gaps: it counts what it reads. */
export async function countAfter(store: Pick<EventStore, 'readAll'>, after: bigint, atMost: number): Promise<number> {
  let count = 0;
  for await (const batch of store.readAll({ after, batchSize: Math.min(atMost, 1_000) })) {
    count += batch.length;
    if (count >= atMost) return atMost;
  }
  return count;
}
