import type { EventStore, LogFault, OnChecked } from '#platform/event-store';

/**
 * Reads the whole log up to its current end and yields faults of its order: positions must grow and every stream be
 * complete. Does not check what KurrentDB itself guarantees (checksums of its files). Memory grows with the number of
 * streams, not of events.
 */
export async function* checkStreams(events: EventStore, onChecked?: OnChecked): AsyncGenerator<LogFault> {
  const head = await events.head();
  const revisions = new Map<string, bigint>();
  let before = 0n;
  for await (const batch of events.readAll({ after: 0n })) {
    for (const { position, tenant, stream, revision } of batch) {
      const address = `${tenant}/${stream}`;
      if (position <= before) yield { damage: 'POSITION_BACKWARDS', position, tenant, stream, revision };
      before = position;
      if (revision !== (revisions.get(address) ?? -1n) + 1n)
        yield { damage: 'REVISION_MISSING', position, tenant, stream, revision };
      revisions.set(address, revision);
    }
    onChecked?.(before, head);
  }
}
