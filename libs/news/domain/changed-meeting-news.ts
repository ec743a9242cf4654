import { isSame, type CalendarDate } from '#platform/kernel';
import type { Appointment, ChangedMeeting, NewsId } from '../contract/index.js';
import type { Concerns } from './concern.js';
import { newsItemOf, type LogMoment } from './log-moment.js';

/** An event of a meeting before it was held, with the resulting state. */
export interface MeetingMoment extends LogMoment {
  readonly what: 'planned' | 'called' | 'moved' | 'postponed' | 'cancelled';
  /** False for events that are no news: a notice, and meetings created by a year's plan, which is news itself. */
  readonly tells: boolean;
  /** Null when cancelled. */
  readonly stands: Appointment | null;
  readonly reason: string | null;
  /** Receivers of the latest notice. */
  readonly calledIds: readonly string[];
}
export interface MeetingHistory {
  readonly meetingId: string;
  readonly kind: ChangedMeeting['kind'];
  readonly unitIds: readonly string[];
  readonly urgent: boolean;
  /** Oldest first, beginning with the planning. */
  readonly moments: readonly MeetingMoment[];
}

/** A reader of news, with the meetings that concern them and their confirmations by event. */
export interface Reader {
  readonly personId: string;
  readonly concerns: Concerns;
  readonly seen: (newsId: NewsId) => readonly string[];
}

export const meetingNewsId = (meetingId: string) => `meeting/${meetingId}` as NewsId;

/**
 * Changes of a meeting for a reader as one item, from their last known state to the current one. They know a state when
 * they confirmed it or made the change themselves. Undefined when nothing differs, when it does not concern them (any
 * more), and when both days are past.
 */
export function changedMeeting(
  { moments, meetingId, kind, unitIds, urgent }: MeetingHistory,
  { personId, concerns, seen }: Reader,
  today: CalendarDate,
): ChangedMeeting | undefined {
  const newsId = meetingNewsId(meetingId);
  const confirmed = seen(newsId);
  const known = moments.findLastIndex(({ by, eventId }) => by === personId || confirmed.includes(eventId));
  const { stands: after, calledIds } = moments.at(-1)!;
  const reported = moments.filter(
    (moment, i) => i > known && moment.tells && concerns(unitIds, moment.calledIds, moment),
  );
  const last = reported.at(-1);
  if (!last || !concerns(unitIds, calledIds, { position: 'now', day: today })) return undefined;
  const before = moments[moments.indexOf(reported[0]!) - 1]?.stands ?? null;
  if (isSame(before, after)) return undefined;
  if ([before, after].every((it) => it === null || it.on < today)) return undefined;
  return {
    about: 'meeting',
    ...newsItemOf(newsId, reported, last),
    meetingId,
    kind,
    unitIds,
    urgent,
    what: whatBecameOf(before, after, reported),
    before,
    after,
    reason: reported.findLast(({ reason }) => reason !== null)?.reason ?? null,
    calledIds,
  };
}

function whatBecameOf(
  before: Appointment | null,
  after: Appointment | null,
  reported: readonly MeetingMoment[],
): ChangedMeeting['what'] {
  if (after === null) return 'cancelled';
  if (before === null) return 'called';
  if (before.on === after.on && before.startsAt === after.startsAt) return 'relocated';
  return reported.some(({ what }) => what === 'postponed') ? 'postponed' : 'moved';
}
