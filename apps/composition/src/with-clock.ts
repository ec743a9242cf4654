import type { Clock } from '#platform/kernel';
import type { Installation } from './installation.js';

/** An installation whose log uses another clock. */
export interface InstallationWithClock extends Installation {
  /** Closes the log's own connections; the rest belongs to the original installation. */
  closeLog(): Promise<void>;
}

/** The same installation with another clock: for the demo, which runs through three school years in half a minute. */
export function withClock(installation: Installation, clock: Clock): InstallationWithClock {
  const events = installation.log.open(clock);
  return { ...installation, clock, events, closeLog: () => events.close() };
}
