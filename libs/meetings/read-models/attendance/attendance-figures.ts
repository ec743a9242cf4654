import { monthsOf, type CalendarDate, type Month, type SchoolYear } from '#platform/kernel';
import {
  dividedFigure,
  indicatorNumbered,
  periodOf,
  schoolYearPeriod,
  wholeFigure,
  type Case,
  type Figure,
  type KnownFacts,
  type Period,
} from '#statistics/contract';
import type { HowAttended } from '../../contract/attendance.js';

/** Attendance by service (indicator 12). */
export const ATTENDANCE = indicatorNumbered(12);

export interface AttendanceCount {
  /** Meetings at which the service was expected. */
  readonly expected: number;
  /** Number of these with one of the service's own people. */
  readonly present: number;
  /** Number of these with only a deputy. */
  readonly deputy: number;
}
const NONE: AttendanceCount = { expected: 0, present: 0, deputy: 0 };

/** Each service's attendance in a school year, and in each of its months. */
export function attendanceOfServices(
  facts: KnownFacts,
  year: SchoolYear,
): (serviceId: string) => AttendanceCount & { readonly months: (AttendanceCount & { readonly month: Month })[] } {
  const ofYear = byService(facts, schoolYearPeriod(year));
  const ofMonths = monthsOf(year).map((month) => ({ month, of: byService(facts, periodOf(month)!) }));
  return (serviceId) => ({
    ...(ofYear.get(serviceId) ?? NONE),
    months: ofMonths.map(({ month, of }) => ({ month, ...(of.get(serviceId) ?? NONE) })),
  });
}

/** A service's attendance in a school year by unit, with the meetings at which it was expected. */
export const attendanceAtUnits = (facts: KnownFacts, year: SchoolYear, serviceId: string) =>
  dividedFigure(ATTENDANCE, facts, schoolYearPeriod(year), 'unit', { serviceIds: [serviceId] }).map(
    ({ key, figure, cases }) => ({ unitId: key, count: countOf(figure), meetings: cases.map(attendedIn) }),
  );

/** A meeting of a unit at which a service was expected. */
export interface AttendedMeeting {
  readonly meetingId: string;
  readonly heldOn: CalendarDate;
  readonly how: HowAttended;
}

/** The meetings at which each of these services was expected in a school year, by service and unit. */
export function meetingsExpectedAt(facts: KnownFacts, year: SchoolYear, serviceIds: readonly string[]) {
  const { cases } = wholeFigure(ATTENDANCE, facts, schoolYearPeriod(year), { serviceIds });
  const lines = cases.flatMap((each) =>
    each.unitIds.map((unitId) => ({ serviceId: each.serviceIds![0]!, unitId, ...attendedIn(each) })),
  );
  return [...Map.groupBy(lines, ({ serviceId, unitId }) => `${serviceId}/${unitId}`).values()];
}

function byService(facts: KnownFacts, period: Period): ReadonlyMap<string, AttendanceCount> {
  const parts = dividedFigure(ATTENDANCE, facts, period, 'service', {});
  return new Map(parts.map(({ key, figure }) => [key, countOf(figure)]));
}

function countOf({ numerator, denominator, asides }: Figure): AttendanceCount {
  const deputy = asides.find(({ key }) => key === 'deputy')!.numerator;
  return { expected: denominator, present: numerator - deputy, deputy };
}

const attendedIn = ({ subject, on, counts, asides }: Case): AttendedMeeting => ({
  meetingId: subject.id,
  heldOn: on,
  how: !counts ? 'absent' : asides?.includes('deputy') ? 'deputy' : 'present',
});
