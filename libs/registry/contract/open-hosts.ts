import { addDays, type CalendarDate } from '#platform/kernel';
import type { Closures } from './closures.js';
import type { UnitDto } from './directory.js';

type Unit = Pick<UnitDto, 'unitId' | 'hosts' | 'closures'>;

/**
 * The units with their effective joint meeting places: a unit meets alone while its host is closed, and at the host
 * again when that reopens.
 */
export function withOpenHosts<T extends Unit>(units: readonly T[]): readonly T[] {
  const closures = new Map<string | null, Closures>(
    units.filter((unit) => unit.closures.length > 0).map((unit) => [unit.unitId, unit.closures]),
  );
  if (closures.size === 0) return units;
  return units.map((unit) => {
    if (!unit.hosts.some(({ hostUnitId }) => closures.has(hostUnitId))) return unit;
    const hosts = unit.hosts.flatMap(({ from, hostUnitId }, i) =>
      whileOpen(hostUnitId, from, unit.hosts[i + 1]?.from ?? null, closures.get(hostUnitId) ?? []),
    );
    return { ...unit, hosts };
  });
}

/** Splits a stay at a host, from a day until another (exclusive), into the periods in which the host is open. */
function whileOpen(
  hostUnitId: string | null,
  from: CalendarDate,
  until: CalendarDate | null,
  closures: Closures,
): UnitDto['hosts'] {
  const stays: { readonly from: CalendarDate; readonly hostUnitId: string | null }[] = [{ from, hostUnitId }];
  for (const { lastDay, reopens } of closures) {
    if (reopens !== null && reopens <= from) continue;
    const closes = addDays(lastDay, 1);
    if (until !== null && closes >= until) continue;
    if (closes <= from) stays.pop();
    stays.push({ from: closes > from ? closes : from, hostUnitId: null });
    if (reopens !== null && (until === null || reopens < until)) stays.push({ from: reopens, hostUnitId });
  }
  return stays;
}
