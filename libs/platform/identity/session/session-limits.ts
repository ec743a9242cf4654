/** The length of sessions, and the time for which a proof of who one is counts as recent. */
export interface SessionLimits {
  /** A session ends when it has not been used for this long. */
  readonly idleMinutes: number;
  /** It ends after this long, however much it is used. */
  readonly hours: number;
  /** An authentication is recent for this long: sensitive operations demand a recent one, unless it is 0. */
  readonly confirmMinutes: number;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Longest time between two notes of a session's use. */
const NOTE_USE_MS = 10 * MINUTE_MS;

/** Sessions that were last used, or begun, before these moments have ended. */
export const endOfSessions = ({ idleMinutes, hours }: SessionLimits, now: Date) => ({
  usedBefore: earlier(now, idleMinutes * MINUTE_MS),
  begunBefore: earlier(now, hours * HOUR_MS),
});

/** Whether a session has ended at a moment: the last moment of its time belongs to it. */
export function hasEnded(session: { readonly usedAt: Date; readonly beganAt: Date }, limits: SessionLimits, now: Date) {
  const { usedBefore, begunBefore } = endOfSessions(limits, now);
  return session.usedAt < usedBefore || session.beganAt < begunBefore;
}

/**
 * True if somebody who proved at this moment who they are need not do so again. The last moment counts as recent, and one
 * that is still to come does not: the clock was set back, and it would count for too long.
 */
export function isRecent(authenticatedAt: Date | null, { confirmMinutes }: SessionLimits, now: Date): boolean {
  if (confirmMinutes === 0) return true;
  if (authenticatedAt === null || authenticatedAt > earlier(now, -MINUTE_MS)) return false;
  return authenticatedAt >= earlier(now, confirmMinutes * MINUTE_MS);
}

/**
 * A use is noted if the last one noted is before this moment: not at every request, which would be a write, but often
 * enough that a session in use does not end for want of notes.
 */
export const noteUseIfBefore = ({ idleMinutes }: SessionLimits, now: Date): Date =>
  earlier(now, Math.min(NOTE_USE_MS, (idleMinutes * MINUTE_MS) / 10));

const earlier = (moment: Date, ms: number): Date => new Date(moment.getTime() - ms);
