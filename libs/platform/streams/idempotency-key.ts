import { refuse } from '#platform/kernel';
import type { StoredEvent } from '#platform/event-store';

/**
 * The answer that a command of this key got when it was first run; undefined when it was not. The same key with another
 * request is refused (ADR 0081).
 */
export function firstAnswer(
  history: readonly StoredEvent[],
  { commandId, request }: { readonly commandId: string; readonly request: string },
) {
  const last = history.findLast((event) => event.metadata.commandId === commandId);
  if (!last) return undefined;
  if (last.metadata.request !== request) return refuse('IDEMPOTENCY_KEY_REUSED' as const);
  return { revision: last.revision, position: last.position };
}
