import { isSame } from '#platform/kernel';
import type { NewEvent, StoredEvent } from './event-store.js';

/** The fields of a stored event that decide whether another event repeats it. */
export type RepeatCandidate = Pick<StoredEvent, 'id' | 'type' | 'schemaVersion' | 'data' | 'metadata'>;

/**
 * True when an event to append repeats the stored one: the same id, content and command. The id alone is not enough:
 * two requests under one idempotency key get the same event ids, and may differ in content. `occurredAt` and the
 * correlation id belong to the try, not to the command, and may differ.
 */
export function isRepeat(stored: RepeatCandidate, event: NewEvent): boolean {
  return (
    stored.id.toLowerCase() === event.id.toLowerCase() &&
    stored.type === event.type &&
    stored.schemaVersion === event.schemaVersion &&
    isSame(commandOf(stored), commandOf(event)) &&
    isSame(stored.data, JSON.parse(JSON.stringify(event.data)))
  );
}

const commandOf = ({ metadata }: Pick<NewEvent, 'metadata'>) => {
  const { commandId, request, actor } = metadata;
  return { commandId, request, actor };
};
