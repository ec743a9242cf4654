import { SweepTask } from '#platform/jobs';
import type { Sessions } from './sessions.js';

/** Removes sessions that have expired; those of every tenant at a time, so all but the first of a sweep finds none. */
export class ExpiredSessions extends SweepTask {
  readonly name = 'expired-sessions';

  constructor(private readonly sessions: Sessions) {
    super();
  }

  run(_tenant: string, now: Date): Promise<void> {
    return this.sessions.removeExpired(now);
  }
}
