import { addDays, FIRST_DAY, isWorkingDay, type CalendarDate, type IsFree } from '#platform/kernel';
import type { SchoolCalendarDto, UnitDto } from './directory.js';
import type { UnitKind } from './settings.js';
import { freeDaysOf } from './working-days.js';

/** The working days of a municipality's units; of several units that meet together, the first one's count. */
export interface WorkingDaysAtUnits {
  readonly isFreeAt: (unitIds: readonly string[]) => IsFree;
  /** Working days at the unit from the day after `from` until the day it is. */
  readonly since: (from: CalendarDate, unitIds: readonly string[]) => number;
}

interface Calendars {
  readonly units: readonly Pick<UnitDto, 'unitId' | 'kind'>[];
  readonly calendars: readonly SchoolCalendarDto[];
  readonly isPublicHoliday: IsFree;
}

/** The one way in which days are counted for what is late. Where the unit is not known, only holidays are free. */
export function workingDaysAtUnits(
  today: CalendarDate,
  { units, calendars, isPublicHoliday }: Calendars,
): WorkingDaysAtUnits {
  const kinds = new Map<string, UnitKind>(units.map(({ unitId, kind }) => [unitId, kind]));
  const counted = (isFree: IsFree) => ({ isFree, since: countedUntil(today, isFree) });
  const of = {
    school: counted(freeDaysOf('school', calendars, isPublicHoliday)),
    kindergarten: counted(freeDaysOf('kindergarten', calendars, isPublicHoliday)),
  };
  const unknown = counted(isPublicHoliday);
  const at = ([host]: readonly string[]) => {
    const kind = host === undefined ? undefined : kinds.get(host);
    return kind ? of[kind] : unknown;
  };
  return { isFreeAt: (unitIds) => at(unitIds).isFree, since: (from, unitIds) => at(unitIds).since(from) };
}

/** Working days after a day up to and including `day`, counted once backwards for all who ask, to the first day we know. */
function countedUntil(day: CalendarDate, isFree: IsFree): (from: CalendarDate) => number {
  const known = new Map<CalendarDate, number>([[day, 0]]);
  let reached = day;
  return (question) => {
    const from = question < FIRST_DAY ? FIRST_DAY : question;
    while (from < reached) {
      const age = known.get(reached)! + (isWorkingDay(reached, isFree) ? 1 : 0);
      reached = addDays(reached, -1);
      known.set(reached, age);
    }
    return known.get(from) ?? 0;
  };
}
