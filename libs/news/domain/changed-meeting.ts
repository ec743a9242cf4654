import { isSame, type CalendarDate } from '#platform/kernel';
import type { Appointment, ChangedMeeting, NewsId } from '../contract/index.js';
import type { Concerns } from './concern.js';
import { toldOf, type Moment } from './moment.js';

/** One thing that happened with a meeting before it was held, with how it stood afterwards. */
export interface MeetingMoment extends Moment {
  readonly what: 'planned' | 'called' | 'moved' | 'postponed' | 'cancelled';
  /** False where nobody is told of it: a notice is no change, and what a year's plan began is told as the plan. */
  readonly tells: boolean;
  /** Null: cancelled. */
  readonly stands: Appointment | null;
  readonly reason: string | null;
  /** Everyone the latest notice went to. */
  readonly calledIds: readonly string[];
}
export interface MeetingHistory {
  readonly meetingId: string;
  readonly kind: ChangedMeeting['kind'];
  readonly unitIds: readonly string[];
  readonly urgent: boolean;
  /** Oldest first; the first one is its planning. */
  readonly moments: readonly MeetingMoment[];
}

/** One who reads: what concerns them, and up to which events they have confirmed what. */
export interface Reader {
  readonly personId: string;
  readonly concerns: Concerns;
  readonly seen: (newsId: NewsId) => readonly string[];
}

export const meetingNewsId = (meetingId: string) => `meeting/${meetingId}` as NewsId;

/**
 * What has changed with a meeting for one who reads, from how they last knew it to how it stands now, as one piece: they
 * knew it when they confirmed, and when they changed it themselves. Nothing where it stands as they knew it, where it
 * does not concern them (any more), and when both days are past.
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
  const told = moments.filter((moment, i) => i > known && moment.tells && concerns(unitIds, moment.calledIds, moment));
  const last = told.at(-1);
  if (!last || !concerns(unitIds, calledIds, { position: 'now', day: today })) return undefined;
  const before = moments[moments.indexOf(told[0]!) - 1]?.stands ?? null;
  if (isSame(before, after)) return undefined;
  if ([before, after].every((it) => it === null || it.on < today)) return undefined;
  return {
    about: 'meeting',
    ...toldOf(newsId, told, last),
    meetingId,
    kind,
    unitIds,
    urgent,
    what: whatBecameOf(before, after, told),
    before,
    after,
    reason: told.findLast(({ reason }) => reason !== null)?.reason ?? null,
    calledIds,
  };
}

function whatBecameOf(
  before: Appointment | null,
  after: Appointment | null,
  told: readonly MeetingMoment[],
): ChangedMeeting['what'] {
  if (after === null) return 'cancelled';
  if (before === null) return 'called';
  if (before.on === after.on && before.startsAt === after.startsAt) return 'relocated';
  return told.some(({ what }) => what === 'postponed') ? 'postponed' : 'moved';
}
