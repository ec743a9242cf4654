import type { ReadAll, StoredEvent } from './event-store.js';

/** The tenant's events of each batch, for an engine that cannot look for them; batches without any are left out. */
export async function* ofTenant(
  batches: AsyncIterable<readonly StoredEvent[]>,
  { tenant }: ReadAll,
): AsyncIterable<readonly StoredEvent[]> {
  for await (const batch of batches) {
    const own = tenant === undefined ? batch : batch.filter((event) => event.tenant === tenant);
    if (own.length > 0) yield own;
  }
}
