import { readModel } from '#platform/projections';
import type { SchoolYearEvent } from '#meetings/contract';
import { WatchedMonthRow } from './watched-month.entity.js';

/** Current exemptions: an exempt month is never missing. */
export const watchedMonth = readModel<WatchedMonthRow, SchoolYearEvent>({
  name: 'watched-month',
  version: 1,
  entity: WatchedMonthRow,
  on: {
    'meetings.SchoolYearPlanned': 'ignored',
    'meetings.MonthExempted': {
      rows: ({ data }) => [`${data.unitId}/${data.month}`],
      fold: (_, { data: { unitId, month }, tenant }, id) => ({ id, tenant, unitId, month }),
    },
    'meetings.HourBooked': 'ignored',
    'meetings.HourReleased': 'ignored',
    'meetings.ExemptionWithdrawn': {
      rows: ({ data }) => [`${data.unitId}/${data.month}`],
      fold: () => undefined,
    },
  },
});
