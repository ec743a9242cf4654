import { may, scopeOf, type Asker } from '#platform/identity';
import { addDays, instantAt, schoolYearOf, type CalendarDate, type TimeOfDay } from '#platform/kernel';
import {
  periodOf,
  schoolYearPeriod,
  type CaseFilter,
  type Indicator,
  type KnownFacts,
  type Period,
} from '../../contract/index.js';
import type { KnownAt } from '../../facts/fact-sets.js';
import type { FigureFilters } from './figures.dto.js';

/** Whether a role of the asker's may ask for the indicator. */
export const mayAskFor = ({ roles }: Indicator, asker: Asker): boolean =>
  !roles || asker.roles.some(({ role }) => roles.includes(role));

/** A question within the asker's reach. */
export interface Asked {
  readonly period: Period;
  readonly filter: CaseFilter;
  /** Whether the asker may open every case behind the figure. */
  readonly isRaw: boolean;
  readonly asOf: Date | undefined;
}

/** The question within the asker's reach; undefined for a unit beyond it. */
export function askedFor({ period, unit, service, asOf }: FigureFilters, asker: Asker): Asked | undefined {
  if (unit !== undefined && !may(asker, 'statistics.see', { unitIds: [unit] })) return undefined;
  const seen = scopeOf(asker, 'statistics.see');
  const unitIds = unit !== undefined ? [unit] : seen.all ? undefined : seen.unitIds;
  const raw = scopeOf(asker, 'statistics.read');
  return {
    period: period === undefined ? schoolYearPeriod(schoolYearOf(asker.today)) : periodOf(period)!,
    filter: { ...(unitIds && { unitIds }), ...(service !== undefined && { serviceIds: [service] }) },
    isRaw:
      raw.all ||
      (unitIds?.every((id) => raw.unitIds.includes(id)) ?? false) ||
      (service !== undefined && raw.serviceIds.includes(service)),
    asOf: asOf === undefined ? undefined : momentOf(asOf),
  };
}

/** A day stands for its last millisecond in Norway. */
const momentOf = (asOf: string): Date =>
  asOf.includes('T')
    ? new Date(asOf)
    : new Date(instantAt(addDays(asOf as CalendarDate, 1), '00:00' as TimeOfDay).getTime() - 1);

/** Only units of the kind and in the area, as they were known. */
export function narrowed(filter: CaseFilter, { kind, area }: FigureFilters, { units }: KnownFacts): CaseFilter {
  if (kind === undefined && area === undefined) return filter;
  const within = units.filter(
    (unit) =>
      (kind === undefined || unit.kind === kind) &&
      (area === undefined || unit.area === area) &&
      (filter.unitIds?.includes(unit.unitId) ?? true),
  );
  return { ...filter, unitIds: within.map(({ unitId }) => unitId) };
}

/**
 * The last event is hidden from those who see protected figures: moment by moment it would tell how many actions there
 * are.
 */
export const answeredFor = ({ period: { key, from, to }, asOf, isRaw }: Asked, { facts, anchor }: KnownAt) => ({
  period: { key, from, to },
  today: facts.today,
  asOf: asOf?.toISOString() ?? null,
  isProtected: !isRaw,
  anchor: isRaw && anchor ? { eventId: anchor.eventId, recordedAt: anchor.recordedAt.toISOString() } : null,
});
