import {
  days,
  firstDayOf,
  isWorkingDay,
  lastDayOf,
  monthNumberOf,
  type CalendarDate,
  type IsFree,
  type Month,
} from '#platform/kernel';
import { isClosedOn } from './closures.js';
import type { UnitDto } from './directory.js';
import type { Settings } from './settings.js';
import { holdingOn, type Timeline } from './timeline.js';

/** The part of a unit that decides whether it is open and obliged. */
export interface ObligedUnit {
  readonly obligations: Timeline<{ readonly obliged: boolean }>;
  readonly closures: UnitDto['closures'];
}

/** Registered, and not closed on the day. */
export const isOpenUnit = (unit: ObligedUnit, day: CalendarDate): boolean =>
  holdingOn(unit.obligations, day) !== undefined && !isClosedOn(unit.closures, day);

/** Open on the day, and obliged to meet by its kind of unit (R1). */
export const isObligedOn = (unit: ObligedUnit, day: CalendarDate): boolean =>
  isOpenUnit(unit, day) && holdingOn(unit.obligations, day)!.obliged;

/** Obliged on the day, whether it is open or not; a unit registered for later counts by how it begins. */
export const isObligedApartFromClosures = (
  { obligations }: Pick<ObligedUnit, 'obligations'>,
  day: CalendarDate,
): boolean => (holdingOn(obligations, day) ?? obligations[0])?.obliged ?? false;

/** True for months in which every obliged unit of this kind must meet, by the municipality's settings. */
export const isMandatoryMonth = (kind: UnitDto['kind'], month: Month, settings: Settings): boolean =>
  settings.mandatoryMonths[kind].includes(monthNumberOf(month));

/** The working days of a month for one kind of unit, computed once for all units of the kind. */
export interface WorkingMonth {
  readonly month: Month;
  /** Oldest first. */
  readonly workingDays: readonly CalendarDate[];
}
export const workingMonth = (month: Month, isFree: IsFree): WorkingMonth => ({
  month,
  workingDays: [...days(firstDayOf(month), lastDayOf(month))].filter((day) => isWorkingDay(day, isFree)),
});

/**
 * An obliged unit-month (workflow § 3.6): a mandatory month in which the unit was open and obliged on at least one
 * working day. Does not consider an exemption for the one month (fritak).
 */
export const isObligedIn = (
  unit: ObligedUnit & Pick<UnitDto, 'kind'>,
  { month, workingDays }: WorkingMonth,
  settings: Settings,
): boolean => isMandatoryMonth(unit.kind, month, settings) && workingDays.some((day) => isObligedOn(unit, day));

/** The unit whose meeting this one joins on the day; undefined when it meets alone. */
export const hostOn = (unit: Pick<UnitDto, 'hosts'>, day: CalendarDate): string | null =>
  holdingOn(unit.hosts, day)?.hostUnitId ?? null;

/**
 * True when a meeting held by `unitIds` on the day counts for the unit: it is one of them, or one of them is its host.
 */
export function countsFor(
  unit: Pick<UnitDto, 'unitId' | 'hosts'>,
  meeting: { readonly unitIds: readonly string[]; readonly heldOn: CalendarDate },
): boolean {
  const host = hostOn(unit, meeting.heldOn);
  return meeting.unitIds.includes(unit.unitId) || (host !== null && meeting.unitIds.includes(host));
}
