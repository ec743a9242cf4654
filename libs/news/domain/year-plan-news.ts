import type { CalendarDate, SchoolYear } from '#platform/kernel';
import type { PublishedPlan, NewsId } from '../contract/index.js';
import type { Reader } from './changed-meeting-news.js';
import { newsItemOf, type LogMoment } from './log-moment.js';

/** One decision about a unit's school year. */
export interface PlanMoment extends LogMoment {
  /** The unit, and those that join its meetings. */
  readonly unitIds: readonly string[];
  readonly meetings: readonly { readonly meetingId: string; readonly on: string; readonly startsAt: string }[];
  /** The last day on which it is news. */
  readonly newsUntil: string;
}
export interface PlanHistory {
  readonly schoolYear: number;
  /** Oldest first. */
  readonly moments: readonly PlanMoment[];
}

export const planNewsId = (schoolYear: number) => `plan/${schoolYear}` as NewsId;

/**
 * Decisions about meetings, one item per school year however many units were planned: all that the reader has not
 * confirmed, did not make themselves, and that concerned them then and now.
 */
export function yearPlanNews(
  plans: readonly PlanHistory[],
  { personId, concerns, seen }: Reader,
  today: CalendarDate,
): readonly PublishedPlan[] {
  return [...Map.groupBy(plans, ({ schoolYear }) => schoolYear)].flatMap(([schoolYear, ofYear]) => {
    const newsId = planNewsId(schoolYear);
    const moments = ofYear
      .flatMap((plan) => plan.moments)
      .toSorted((a, b) => Number(BigInt(a.position) - BigInt(b.position)));
    const confirmed = seen(newsId);
    const known = moments.findLastIndex(({ eventId }) => confirmed.includes(eventId));
    const ofReader = ({ unitIds, ...moment }: PlanMoment) =>
      unitIds.filter(
        (unitId) => concerns([unitId], [], moment) && concerns([unitId], [], { position: 'now', day: today }),
      );
    const reported = moments.filter(
      (moment, i) => i > known && moment.by !== personId && moment.newsUntil >= today && ofReader(moment).length > 0,
    );
    const last = reported.at(-1);
    if (!last) return [];
    const meetings = reported.flatMap((moment) => moment.meetings);
    const [only] = meetings;
    return {
      about: 'plan',
      ...newsItemOf(newsId, reported, last),
      schoolYear: schoolYear as SchoolYear,
      unitIds: [...new Set(reported.flatMap(ofReader))],
      meetings: meetings.length,
      only: meetings.length === 1 ? { ...only!, on: only!.on as CalendarDate } : null,
    } satisfies PublishedPlan;
  });
}
