import {
  addMonths,
  firstDayOf,
  lastDayOf,
  monthOf,
  schoolYearOf,
  type CalendarDate,
  type Month,
  type SchoolYear,
} from '#platform/kernel';

/** `school-year`: August to July; `half-year`: August to December, January to July. */
export const PERIOD_KINDS = ['month', 'half-year', 'school-year'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/**
 * A month, half-year, school year or several school years. `key` is its name in addresses: `2026-10`, `2026H2`, `2027H1`,
 * `2026-2027`, `2020-2027`.
 */
export interface Period {
  readonly key: string;
  readonly kind: PeriodKind | 'school-years';
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** Most school years that one question may be about. */
const MOST_YEARS = 20;
const KEY = /^(?:(?<month>\d{4}-(?:0[1-9]|1[0-2]))|(?<half>\d{4})H(?<number>[12])|(?<first>\d{4})-(?<second>\d{4}))$/;

/** The period with this key; undefined if it is not one. */
export function periodOf(key: string): Period | undefined {
  const { month, half, number, first, second } = KEY.exec(key)?.groups ?? {};
  if (month !== undefined) return monthPeriod(month as Month);
  if (half !== undefined) return number === '1' ? spanning(key, 'half-year', `${half}-01`, 7) : autumn(key, half);
  const years = Number(second) - Number(first);
  if (first === undefined || years < 1 || years > MOST_YEARS) return undefined;
  return spanning(key, years === 1 ? 'school-year' : 'school-years', `${first}-08`, 12 * years);
}

export const schoolYearPeriod = (year: SchoolYear): Period => periodOf(`${year}-${year + 1}`)!;

/** The period divided into those of a kind, oldest first. The first and last one may be in it only partly. */
export function partsOf({ from, to }: Period, kind: PeriodKind): readonly Period[] {
  const parts = new Map<string, Period>();
  for (let month = monthOf(from); month <= monthOf(to); month = addMonths(month, 1)) {
    const part = periodWith(month, kind);
    parts.set(part.key, part);
  }
  return [...parts.values()].map((part) => ({
    ...part,
    from: part.from < from ? from : part.from,
    to: part.to > to ? to : part.to,
  }));
}

/** Months of the period, oldest first. */
export const monthsIn = (period: Period): readonly Month[] => partsOf(period, 'month').map(({ key }) => key as Month);

/** The last day of it that is not after `today`. */
export const untilOf = ({ to }: Pick<Period, 'to'>, today: CalendarDate): CalendarDate => (to < today ? to : today);

export const isWithin = ({ from, to }: Period, day: CalendarDate): boolean => from <= day && day <= to;

function periodWith(month: Month, kind: PeriodKind): Period {
  if (kind === 'month') return monthPeriod(month);
  if (kind === 'school-year') return schoolYearPeriod(schoolYearOf(month));
  return periodOf(`${month.slice(0, 4)}H${Number(month.slice(5)) < 8 ? 1 : 2}`)!;
}

const monthPeriod = (month: Month): Period => spanning(month, 'month', month, 1);
const autumn = (key: string, year: string): Period => spanning(key, 'half-year', `${year}-08`, 5);

function spanning(key: string, kind: Period['kind'], first: string, months: number): Period {
  const from = first as Month;
  return { key, kind, from: firstDayOf(from), to: lastDayOf(addMonths(from, months - 1)) };
}
