import type { LogEvent } from '#platform/followers';
import { FoldFailed } from './folding.js';

/** The event that could not be taken, and why. */
export interface Failing {
  readonly event: LogEvent;
  readonly fault: FoldFailed;
}

/**
 * Takes the events in order, in as few attempts as possible. Returns the first that cannot be taken, if any: all before
 * it have been taken, and none after it. An attempt takes all of its events or none.
 */
export async function upToFailing(
  events: readonly LogEvent[],
  attempt: (events: readonly LogEvent[]) => Promise<unknown>,
): Promise<Failing | undefined> {
  if (events.length === 0) return undefined;
  try {
    await attempt(events);
    return undefined;
  } catch (fault) {
    if (!(fault instanceof FoldFailed)) throw fault;
    if (events.length === 1) return { event: events[0]!, fault };
    const cut = cutFor(events, fault);
    return (await upToFailing(events.slice(0, cut), attempt)) ?? upToFailing(events.slice(cut), attempt);
  }
}

/**
 * Cuts before the failing event if the fold names it; in the middle when the database refused the rows of many events.
 */
function cutFor(events: readonly LogEvent[], { at }: FoldFailed): number {
  const failing = at ? events.findIndex(({ position }) => position === at.position) : -1;
  if (failing === 0) return 1;
  return failing > 0 ? failing : events.length >> 1;
}
