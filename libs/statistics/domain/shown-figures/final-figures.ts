import { addDays, instantAt, type CalendarDate, type TimeOfDay } from '#platform/kernel';
import {
  dividedFigure,
  INDICATORS,
  periodOf,
  wholeFigure,
  type Breakdown,
  type CountedFigure,
  type Indicator,
  type KnownFacts,
  type Period,
} from '../../contract/index.js';
import { mayStandBeside } from '../protection/index.js';
import {
  shownFigures,
  type AbsentReason,
  type ShownFigure,
  type ShownFigures,
  type Thresholds,
} from './shown-figures.js';

/** § 3.7 a: inside the administration, of the municipality and of a part of it. */
export const INSIDE: Thresholds = { whole: 3, part: 5 };
/** § 3.7 a: for everybody. */
export const PUBLIC: Thresholds = { whole: 5, part: 5 };
/** Days after a school year until its figures about children are final for those who see them protected. */
const FINAL_AFTER_DAYS = 30;

/**
 * The moment whose knowledge figures about children are made of, for those who see them protected: thirty days after the
 * period, for good. A moment that they could choose, or a later correction, would tell single children by the difference
 * between two answers. Undefined while it is to come, and for periods other than a school year and its autumn: the
 * difference of the two tells the spring.
 */
export function finalMoment({ key, kind, to }: Period, today: CalendarDate): Date | undefined {
  const isFinal = kind === 'school-year' || key.endsWith('H2');
  const day = addDays(to, FINAL_AFTER_DAYS);
  return isFinal && day < today ? instantAt(day, '23:59' as TimeOfDay) : undefined;
}

/** The autumn of a school year: its figures are published before the year's, and may not tell the rest by the difference. */
export const autumnOf = ({ kind, from }: Period): Period | undefined =>
  kind === 'school-year' ? periodOf(`${from.slice(0, 4)}H2`) : undefined;

/**
 * Divisions in which small numbers are protected together. Half-years and areas are sums of months and of units, which
 * would tell the numbers hidden in them.
 */
const DIVIDED_BY: readonly Breakdown[] = ['month', 'unit', 'service', 'level', 'category', 'approach', 'age-band'];

/** Why a figure about children is hidden as a whole, whatever its numbers; undefined where it is not. */
export function reasonAgainst(
  question: { readonly period: Period; readonly by?: Breakdown | undefined; readonly isFiltered: boolean },
  today: CalendarDate,
): AbsentReason | undefined {
  const { period, by, isFiltered } = question;
  const isFinalKind = period.kind === 'school-year' || period.key.endsWith('H2');
  if (isFiltered || !isFinalKind || (by !== undefined && !DIVIDED_BY.includes(by))) return 'not-divided';
  return finalMoment(period, today) ? undefined : 'not-final';
}

export const isAboutChildren = ({ counted }: Pick<Indicator, 'counted'>): boolean => counted !== 'organisation';

/** Facts of a period at its final moment. */
export interface FinalFacts {
  readonly facts: KnownFacts;
  readonly period: Period;
}

/**
 * Every figure about children of a period, by the facts of its final moment. `autumn`: those of the school year's autumn,
 * from whose figures these may not differ by a few children. A part that is hidden in one figure is hidden in all: many
 * are about the same children, and what one hides another would tell.
 */
export function finalFigures(
  final: FinalFacts,
  by: Breakdown | undefined,
  thresholds: Thresholds,
  autumn?: FinalFacts,
): ReadonlyMap<number, ShownFigures> {
  const figures = INDICATORS.filter(isAboutChildren).map((indicator) => {
    const own = figuresOf(indicator, final, by);
    const earlier = autumn && figuresOf(indicator, autumn, by);
    const safe = shownFigures(indicator, own.whole, own.parts, thresholds);
    const shown = withoutSingleEmployees(safe, final.facts, undefined, by);
    return [indicator.id, earlier ? farFrom(earlier, own, shown, thresholds) : shown] as const;
  });
  const hidden = new Map<string, AbsentReason>();
  for (const { key, figure } of figures.flatMap(([, { parts }]) => parts ?? [])) {
    if ('hidden' in figure) hidden.set(key, figure.hidden);
  }
  const hiddenInAll = ({ key, figure }: NonNullable<ShownFigures['parts']>[number]) => {
    const reason = hidden.get(key);
    return { key, figure: reason ? { hidden: reason } : figure };
  };
  return new Map(figures.map(([id, { whole, parts }]) => [id, { whole, parts: parts?.map(hiddenInAll) ?? null }]));
}

interface Divided {
  readonly whole: CountedFigure;
  readonly parts: ReturnType<typeof dividedFigure> | null;
}

const figuresOf = (indicator: Indicator, { facts, period }: FinalFacts, by: Breakdown | undefined): Divided => ({
  whole: wholeFigure(indicator, facts, period, {}),
  parts: by !== undefined && indicator.by.includes(by) ? dividedFigure(indicator, facts, period, by, {}) : null,
});

/** Hides the figure, or its parts, where they differ from the earlier ones by a few children. */
function farFrom(earlier: Divided, own: Divided, shown: ShownFigures, { whole: k, part: kOfParts }: Thresholds) {
  const tooClose = { hidden: 'too-close' } as const;
  const hiddenParts = shown.parts?.map(({ key }) => ({ key, figure: tooClose })) ?? null;
  if (isTooClose(earlier.whole, own.whole, k)) return { whole: tooClose, parts: hiddenParts };
  const before = new Map(earlier.parts?.map((part) => [part.key, part]));
  const isAnyTooClose = own.parts?.some((part) => {
    const same = before.get(part.key);
    return same !== undefined && isTooClose(same, part, kOfParts);
  });
  return isAnyTooClose ? { whole: shown.whole, parts: hiddenParts } : shown;
}

function isTooClose(one: CountedFigure, other: CountedFigure, k: number): boolean {
  const children = ({ cases }: CountedFigure, counting: boolean) =>
    new Set(cases.filter(({ counts }) => counts || !counting).map(({ subject }) => subject.id));
  return [true, false].some((counting) => !mayStandBeside(children(other, counting), [children(one, counting)], k));
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

/** Hides what is narrowed to a service with too few members: it would be a figure about one employee. */
export function withoutSingleEmployees(
  figures: ShownFigures,
  facts: KnownFacts,
  serviceIds: readonly string[] | undefined,
  by: Breakdown | undefined,
): ShownFigures {
  const few = servicesOfOne(facts, facts.today);
  const hidden = { hidden: 'one-employee' } as const;
  const { whole, parts } = figures;
  if (serviceIds?.some((serviceId) => few.has(serviceId)))
    return { whole: hidden, parts: parts?.map(({ key }) => ({ key, figure: hidden })) ?? null };
  if (by !== 'service' || parts === null) return figures;
  const own = parts.filter(({ key }) => few.has(key));
  if (own.length === 0) return figures;
  // The whole minus the others would tell a single one: the smallest of the others is hidden with it.
  const others = parts.filter(({ key }) => !few.has(key)).toSorted((a, b) => sizeOf(a.figure) - sizeOf(b.figure));
  const keys = new Set([...own, ...(own.length === 1 ? others.slice(0, 1) : [])].map(({ key }) => key));
  return { whole, parts: parts.map(({ key, figure }) => ({ key, figure: keys.has(key) ? hidden : figure })) };
}

const sizeOf = (figure: ShownFigure): number => ('hidden' in figure ? 0 : figure.denominator);
