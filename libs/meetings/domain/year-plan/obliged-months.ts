import { firstDayOf, type Month } from '#platform/kernel';
import { hostOn, isObligedIn, type Settings, type UnitDto, type UnitKind, type WorkingMonth } from '#registry/contract';

/**
 * The months in which each unit, or one that meets at its table, must meet (R1), in order. Whoever need not meet is not
 * planned for; nothing hinders them from meeting.
 */
export function obligedMonths(
  units: readonly UnitDto[],
  monthsOf: (kind: UnitKind) => readonly WorkingMonth[],
  settings: Settings,
): ReadonlyMap<string, readonly Month[]> {
  const obliged = new Map(units.map(({ unitId }) => [unitId, new Set<Month>()]));
  for (const unit of units)
    for (const days of monthsOf(unit.kind)) {
      if (!isObligedIn(unit, days, settings)) continue;
      obliged.get(unit.unitId)?.add(days.month);
      obliged.get(hostOn(unit, firstDayOf(days.month)) ?? unit.unitId)?.add(days.month);
    }
  return new Map([...obliged].map(([unitId, months]) => [unitId, [...months].toSorted()]));
}
