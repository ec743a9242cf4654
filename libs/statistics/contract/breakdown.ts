import { figureOf, type Figure } from './figure.js';
import type { Breakdown, Case, Indicator } from './indicator.js';
import type { KnownFacts } from './known-facts.js';
import { partsOf, PERIOD_KINDS, type Period, type PeriodKind } from './period.js';

/** The cases that a question is about; absent: all. */
export interface CaseFilter {
  readonly unitIds?: readonly string[];
  readonly serviceIds?: readonly string[];
}

/** A figure with the cases behind it. */
export interface CountedFigure {
  readonly figure: Figure;
  readonly cases: readonly Case[];
}
/** One part of a figure: `key` is a period's key, an id, or a code; `none` where the cases have none. */
export interface FigurePart extends CountedFigure {
  readonly key: string;
}

/** The figure of a period. */
export function wholeFigure(
  indicator: Indicator,
  facts: KnownFacts,
  period: Period,
  filter: CaseFilter,
): CountedFigure {
  const cases = casesOf(indicator, facts, period, filter);
  return { cases, figure: figureOf(indicator, cases) };
}

/**
 * The figure of a period divided into parts. By time: each part as a period of its own, as far as it has begun. By
 * anything else: the parts that have cases, by their keys.
 */
export function dividedFigure(
  indicator: Indicator,
  facts: KnownFacts,
  period: Period,
  by: Breakdown,
  filter: CaseFilter,
): readonly FigurePart[] {
  if (isTime(by)) {
    return partsOf(period, by)
      .filter(({ from }) => from <= facts.today)
      .map((part) => ({ key: part.key, ...wholeFigure(indicator, facts, part, filter) }));
  }
  const all = casesOf(indicator, facts, period, filter);
  const parts = new Map<string, Case[]>();
  for (const each of all) {
    for (const key of keysOf(each, by, facts, filter)) {
      const part = parts.get(key);
      if (part) part.push(each);
      else parts.set(key, [each]);
    }
  }
  return [...parts]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, cases]) => ({ key, cases, figure: figureOf(indicator, cases, all) }));
}

function casesOf(indicator: Indicator, facts: KnownFacts, period: Period, filter: CaseFilter) {
  if (period.from > facts.today) return [];
  const cases = indicator.cases(facts, period);
  return filter.unitIds || filter.serviceIds ? cases.filter(isWithinFilter(filter)) : cases;
}

/** Whether a case is one of those that a question is about. */
export function isWithinFilter({ unitIds, serviceIds }: CaseFilter): (each: Case) => boolean {
  const units = unitIds && new Set(unitIds);
  const services = serviceIds && new Set(serviceIds);
  return (each) =>
    (!units || each.unitIds.some((unitId) => units.has(unitId))) &&
    (!services || (each.serviceIds ?? []).some((serviceId) => services.has(serviceId)));
}

export const isTime = (by: Breakdown): by is PeriodKind => (PERIOD_KINDS as readonly Breakdown[]).includes(by);

const NONE = 'none';

function keysOf(each: Case, by: Exclude<Breakdown, PeriodKind>, facts: KnownFacts, filter: CaseFilter) {
  const unitIds = filter.unitIds ? each.unitIds.filter((unitId) => filter.unitIds!.includes(unitId)) : each.unitIds;
  const ofUnits = (key: 'kind' | 'area') => [...new Set(unitIds.map((unitId) => facts.unit(unitId)?.[key] ?? NONE))];
  switch (by) {
    case 'unit':
      return unitIds;
    case 'unit-kind':
      return ofUnits('kind');
    case 'area':
      return ofUnits('area');
    case 'service': {
      const { serviceIds = [] } = each;
      const asked = filter.serviceIds ? serviceIds.filter((id) => filter.serviceIds!.includes(id)) : serviceIds;
      return asked.length === 0 ? [NONE] : asked;
    }
    case 'level':
      return [each.level ?? NONE];
    case 'category':
      return [each.category ?? NONE];
    case 'approach':
      return [each.approach ?? NONE];
    case 'age-band':
      return [each.ageBand ?? NONE];
    case 'person':
      return [each.personId ?? NONE];
  }
}
