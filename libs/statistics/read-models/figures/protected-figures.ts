import { addDays, instantAt, type CalendarDate, type TimeOfDay } from '#platform/kernel';
import {
  dividedFigure,
  INDICATORS,
  wholeFigure,
  type Breakdown,
  type Indicator,
  type KnownFacts,
  type Period,
} from '../../contract/index.js';
import {
  shownFigures,
  type AbsentReason,
  type ShownFigures,
  type Thresholds,
} from '../../domain/shown-figures/index.js';

/** § 3.7 a: inside the administration, of the municipality and of a unit. */
const THRESHOLDS: Thresholds = { whole: 3, part: 5 };
/** Days after a school year until its figures about children are final for those who see them protected. */
const FINAL_AFTER_DAYS = 30;

/**
 * The moment whose knowledge figures about children are made of, for those who see them protected: thirty days after the
 * school year, for good. A moment that they could choose, or a later correction, would tell single children by the
 * difference between two answers. Undefined while it is to come, and for other periods.
 */
export function finalMoment({ kind, to }: Period, today: CalendarDate): Date | undefined {
  const day = addDays(to, FINAL_AFTER_DAYS);
  return kind === 'school-year' && day < today ? instantAt(day, '23:59' as TimeOfDay) : undefined;
}

/**
 * Divisions in which small numbers are protected together. Half-years and areas are sums of months and of units, which
 * would tell the numbers hidden in them.
 */
const DIVIDED_BY: readonly Breakdown[] = ['month', 'unit', 'service', 'level', 'category', 'approach', 'age-band'];

/** What a protected reader may not even be answered: the reason. */
export function reasonAgainst(
  question: { readonly period: Period; readonly by?: Breakdown | undefined; readonly isFiltered: boolean },
  today: CalendarDate,
): AbsentReason | undefined {
  const { period, by, isFiltered } = question;
  if (isFiltered || period.kind !== 'school-year' || (by !== undefined && !DIVIDED_BY.includes(by)))
    return 'not-divided';
  return finalMoment(period, today) ? undefined : 'not-final';
}

export const isAboutChildren = ({ counted }: Pick<Indicator, 'counted'>): boolean => counted !== 'organisation';

/**
 * The figures about children of a school year, by the facts of its final moment. A part that is hidden in one of them is
 * hidden in all: many are about the same children, and what one hides another would tell.
 */
export function protectedFigures(
  facts: KnownFacts,
  period: Period,
  by: Breakdown | undefined,
): ReadonlyMap<number, ShownFigures> {
  const figures = INDICATORS.filter(isAboutChildren).map((indicator) => {
    const isDivided = by !== undefined && indicator.by.includes(by);
    const whole = wholeFigure(indicator, facts, period, {});
    const parts = isDivided ? dividedFigure(indicator, facts, period, by, {}) : null;
    return [indicator.id, shownFigures(indicator, whole, parts, THRESHOLDS)] as const;
  });
  const hidden = new Map<string, AbsentReason>();
  for (const { key, figure } of figures.flatMap(([, { parts }]) => parts ?? [])) {
    if ('hidden' in figure) hidden.set(key, figure.hidden);
  }
  return new Map(
    figures.map(([id, { whole, parts }]) => [
      id,
      {
        whole,
        parts:
          parts?.map(({ key, figure }) => {
            const reason = hidden.get(key);
            return { key, figure: reason ? { hidden: reason } : figure };
          }) ?? null,
      },
    ]),
  );
}

/** Fewest active members of a service whose figures do not show one employee (§ 3.7 b). */
const FEWEST_MEMBERS = 3;

/** Services with too few active members on the day: a figure narrowed to one of them is about one employee. */
export function servicesOfOne(facts: KnownFacts, day: CalendarDate): ReadonlySet<string> {
  const members = (serviceId: string) =>
    facts.people.filter(({ memberships }) =>
      memberships.some((it) => it.serviceId === serviceId && it.from <= day && (it.to === null || day <= it.to)),
    ).length;
  return new Set(
    facts.services.map(({ serviceId }) => serviceId).filter((serviceId) => members(serviceId) < FEWEST_MEMBERS),
  );
}
