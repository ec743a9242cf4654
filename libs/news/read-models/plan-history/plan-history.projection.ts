import { addDays, type CalendarDate } from '#platform/kernel';
import { readModel, streamId } from '#platform/projections';
import type { SchoolYearEvent } from '#meetings/contract';
import { logMomentOf, type LogMoment } from '../../domain/log-moment.js';
import { PlanHistoryRow } from './plan-history.entity.js';

/** Days; a plan is news for at least this long and until its first meeting, since by then people follow it. */
const NEWS_DAYS = 30;

/** Plans by decision: one row for a unit's year, however many meetings and people it has. */
export const planHistory = readModel<PlanHistoryRow, SchoolYearEvent>({
  name: 'news-plan',
  version: 1,
  entity: PlanHistoryRow,
  on: {
    'meetings.SchoolYearPlanned': {
      rows: (event) => [streamId(event)],
      fold: (row, event, plan) => {
        const { unitId, jointUnitIds, schoolYear, meetings } = event.data;
        const moment = logMomentOf(event);
        const newsUntil = newsUntilOf(
          moment,
          meetings.map(({ on }) => on),
        );
        const ofMoment = {
          ...moment,
          unitIds: [unitId, ...jointUnitIds],
          meetings: meetings.map(({ meetingId, on, startsAt }) => ({ meetingId, on, startsAt })),
          newsUntil,
        };
        return {
          plan,
          tenant: event.tenant,
          schoolYear,
          moments: [...(row?.moments ?? []), ofMoment],
          newsUntil: row && row.newsUntil > newsUntil ? row.newsUntil : newsUntil,
        };
      },
    },
    'meetings.MonthExempted': 'ignored',
    'meetings.ExemptionWithdrawn': 'ignored',
    'meetings.HourBooked': 'ignored',
    'meetings.HourReleased': 'ignored',
  },
});

function newsUntilOf({ day }: LogMoment, days: readonly CalendarDate[]): CalendarDate {
  const [first, ...more] = days.toSorted();
  const last = more.at(-1) ?? first!;
  const known = addDays(day as CalendarDate, NEWS_DAYS);
  const until = first! > known ? first! : known;
  return until < last ? until : last;
}
