import { isSame } from '#platform/kernel';
import type { NewEvent, StoredEvent } from './event-store.js';

/** All of a stored event that says whether another event is a repeat of it. */
export type RepeatCandidate = Pick<StoredEvent, 'id' | 'type' | 'schemaVersion' | 'data' | 'metadata'>;

/**
 * True where an event to append is the stored one again: the same id, content and command. An equal id alone is not
 * enough: two requests under one idempotency key get the same event ids, and may say different things. `occurredAt` and
 * the correlation id belong to the try, not to the command, and may differ.
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
  const { municipality, commandId, request, actor } = metadata;
  return { municipality, commandId, request, actor };
};
