import type { CalendarDate } from '#platform/kernel';
import type { Breakdown, CaseFilter, FigurePart, KnownFacts } from '../../contract/index.js';
import type { ShownFigure, ShownFigures } from './shown-figures.js';

/** Fewest active members of a service whose figures do not show one employee (§ 3.7 b). */
export const FEWEST_MEMBERS = 3;

const ONE_EMPLOYEE = { hidden: 'one-employee' } as const;

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

/**
 * Services whose parts are hidden: those with too few members, and where the whole would tell a single one, another.
 */
export function hiddenServices(
  parts: readonly Pick<FigurePart, 'key' | 'figure'>[],
  few: ReadonlySet<string>,
): ReadonlySet<string> {
  const own = parts.filter(({ key }) => few.has(key));
  const [smallest] = parts
    .filter(({ key }) => !few.has(key))
    .toSorted((a, b) => a.figure.denominator - b.figure.denominator);
  return new Set([...own, ...(own.length === 1 && smallest ? [smallest] : [])].map(({ key }) => key));
}

const BY_UNITS: readonly Breakdown[] = ['unit', 'unit-kind', 'area'];

/** The filters of a figure about the organisation. */
export interface Narrowed {
  readonly filter: CaseFilter;
  readonly by: Breakdown | undefined;
}

/**
 * Hides what would be a figure about one employee: what is narrowed to a service with too few members, and what is
 * narrowed both to a service and to units, since mostly one of its employees goes to a unit's meetings.
 */
export function withoutSingleEmployees(
  figures: ShownFigures,
  facts: KnownFacts,
  { filter: { unitIds, serviceIds }, by }: Narrowed,
): ShownFigures {
  const { whole, parts } = figures;
  const few = servicesOfOne(facts, facts.today);
  const hidingParts = (shown: ShownFigure): ShownFigures => ({
    whole: shown,
    parts: parts?.map(({ key }) => ({ key, figure: ONE_EMPLOYEE })) ?? null,
  });
  if (serviceIds && (unitIds ?? serviceIds.some((serviceId) => few.has(serviceId)))) return hidingParts(ONE_EMPLOYEE);
  if ((serviceIds && BY_UNITS.some((it) => it === by)) || (unitIds && by === 'service')) return hidingParts(whole);
  if (by !== 'service' || parts === null) return figures;
  const counted = parts.flatMap(({ key, figure }) => ('hidden' in figure ? [] : [{ key, figure }]));
  const hidden = hiddenServices(counted, few);
  if (hidden.size === 0) return figures;
  return { whole, parts: parts.map(({ key, figure }) => ({ key, figure: hidden.has(key) ? ONE_EMPLOYEE : figure })) };
}
