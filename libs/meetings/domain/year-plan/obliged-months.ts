import { firstDayOf, monthsOf, type IsFree, type Month, type SchoolYear } from '#platform/kernel';
import {
  hostOn,
  isObligedIn,
  workingMonth,
  type Settings,
  type UnitDto,
  type UnitKind,
  type WorkingMonth,
} from '#registry/contract';

/** The months of a school year: the same for all units of a kind. */
export const workingMonths = (schoolYear: SchoolYear, isFree: IsFree): readonly WorkingMonth[] =>
  monthsOf(schoolYear).map((month) => workingMonth(month, isFree));

/**
 * The months in which each unit, or one that joins its meetings, must meet (R1), in order. Units without obligation are
 * not planned for, but may meet.
 */
export function obligedMonths(
  units: readonly UnitDto[],
  monthsOfKind: (kind: UnitKind) => readonly WorkingMonth[],
  settings: Settings,
): ReadonlyMap<string, readonly Month[]> {
  const obliged = new Map(units.map(({ unitId }) => [unitId, new Set<Month>()]));
  for (const unit of units)
    for (const days of monthsOfKind(unit.kind)) {
      if (!isObligedIn(unit, days, settings)) continue;
      obliged.get(unit.unitId)?.add(days.month);
      obliged.get(hostOn(unit, firstDayOf(days.month)) ?? unit.unitId)?.add(days.month);
    }
  return new Map([...obliged].map(([unitId, months]) => [unitId, [...months].toSorted()]));
}
