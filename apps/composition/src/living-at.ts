import type { Clock } from '#platform/kernel';
import type { Installation } from './installation.js';

/** An installation whose log is written by another clock. */
export interface Living extends Installation {
  /** Lets go of the log's own connections; the rest belongs to the installation that it was made from. */
  closeLog(): Promise<void>;
}

/** The same installation in another time: for the demo, which lives through three school years in half a minute. */
export function livingAt(installation: Installation, clock: Clock): Living {
  const events = installation.log.open(clock);
  return { ...installation, clock, events, closeLog: () => events.close() };
}
