import type { EventStore, NewEvent, StoredEvent } from '#platform/event-store';
import type { Recorded } from '#platform/kernel';

/** The coordinator of a history: the last one, since an earlier one has left. */
export const coordinatorIn = (events: readonly Recorded[]) =>
  events
    .findLast(({ type, data }) => type === 'registry.RoleGiven' && (data as { role: string }).role === 'coordinator')!
    .stream.slice('person-'.length);

/** Appends a history to an empty log. Keeps when each event was recorded, as a merger does. */
export async function appendHistory(log: EventStore, stored: readonly StoredEvent[]): Promise<void> {
  const runs: [StoredEvent, ...StoredEvent[]][] = [];
  for (const event of stored) {
    if (runs.at(-1)?.[0].stream === event.stream) runs.at(-1)!.push(event);
    else runs.push([event]);
  }
  const asNew = ({ id, type, schemaVersion, data, metadata, recordedAt }: StoredEvent): NewEvent => {
    const takenOver = { tenant: '0000', recordedAt: recordedAt.toISOString() };
    return { id, type, schemaVersion, data, metadata: { ...metadata, takenOver } };
  };
  for (const [first, ...others] of runs) {
    const expected = first.revision === 0n ? 'no-stream' : first.revision - 1n;
    await log.append(first.tenant, first.stream, expected, [asNew(first), ...others.map(asNew)]);
  }
}
