import { lastYearOf } from '#statistics/contract/chart';
import { schoolYearOf } from '../../words/school-years.js';

/** School years, the current one included, that can be chosen. */
const YEARS = 5;

export const schoolYear = (first: number, years = 1): string => `${first}-${first + years}`;

/** The period that is shown unless another is chosen. */
export const currentPeriod = (today: string): string => schoolYear(schoolYearOf(today));

/** Keys of the periods to choose from: this school year and its half-years so far, then earlier school years. */
export function periodsToChoose(today: string): readonly string[] {
  const first = schoolYearOf(today);
  const isSpring = today >= `${first + 1}-01-01`;
  return [
    schoolYear(first),
    ...(isSpring ? [`${first + 1}H1`] : []),
    `${first}H2`,
    ...Array.from({ length: YEARS - 1 }, (_, i) => schoolYear(first - 1 - i)),
  ];
}

/** The half-year of a status: the period itself, the one that the day is in, or the spring that ends an earlier period. */
export function halfYearFor(period: string, day: string): string {
  if (period.includes('H')) return period;
  const now = halfYearOf(day.slice(0, 7));
  if (period.length !== 'YYYY-YYYY'.length) return halfYearOf(period);
  const last = lastYearOf(period);
  return last === schoolYearOf(day) ? now : `${last + 1}H1`;
}

/** The period of a supervision package: the period itself; of several school years, the last one. */
export const packagePeriodFor = (period: string): string =>
  period.length === 'YYYY-YYYY'.length ? schoolYear(lastYearOf(period)) : period;

const halfYearOf = (month: string): string => `${month.slice(0, 4)}H${month.slice(5) < '08' ? 1 : 2}`;

/**
 * The periods in which a unit is compared with itself: the last school year of the period with the one before it. Before
 * its new year it has fewer than five months, so that two years are compared with the two before them.
 */
export function comparedPeriods(period: string, today: string): { readonly before: string; readonly now: string } {
  const year = lastYearOf(period);
  const years = today < `${year + 1}-01-01` ? 2 : 1;
  return { now: schoolYear(year - years + 1, years), before: schoolYear(year - 2 * years + 1, years) };
}
