import { Injectable } from '@nestjs/common';
import { isWorkingDay, monthsOf, type CalendarDate, type Month, type SchoolYear, type UnitId } from '#platform/kernel';
import { Directory, hostOn, isMandatoryMonth, isOpenUnit, type UnitDto } from '#registry/contract';
import type { PlanRule } from '../contract/school-year.events.js';
import { proposeDates, type CollisionsOn, type ProposedDate } from '../domain/school-year/propose-dates.js';
import type { CalendarFacts } from '../domain/school-year/school-year.commands.js';
import { UnitCalendars } from './unit-calendars.js';

/** What planning a unit's school year must know of the registry and the calendar. */
export interface UnitPlanFacts {
  readonly unit: UnitDto;
  readonly mandatoryMonths: readonly Month[];
  propose(rule: PlanRule, months: readonly Month[], collisionsOn?: CollisionsOn): readonly ProposedDate[];
  about(days: readonly CalendarDate[]): CalendarFacts;
  /** Units that meet at this one's table on the first of the days. */
  guests(days: readonly CalendarDate[]): readonly UnitId[];
}

@Injectable()
export class PlanFacts {
  constructor(
    private readonly directory: Directory,
    private readonly calendars: UnitCalendars,
  ) {}

  /** Undefined where there is no such unit. */
  async of(municipality: string, unitId: string, schoolYear: SchoolYear): Promise<UnitPlanFacts | undefined> {
    return (await this.ofAll(municipality, schoolYear)).find(({ unit }) => unit.unitId === unitId);
  }

  /** Of every unit, with as many questions as for one. */
  async ofAll(municipality: string, schoolYear: SchoolYear): Promise<readonly UnitPlanFacts[]> {
    const [about, units, isFreeFor] = await Promise.all([
      this.directory.municipality(municipality),
      this.directory.units(municipality),
      this.calendars.of(municipality),
    ]);
    return units.map((unit): UnitPlanFacts => {
      const isFree = isFreeFor(unit.kind);
      // A day on which the unit is not there is as free as a holiday.
      const isAway = (day: CalendarDate) => isFree(day) || !isOpenUnit(unit, day);
      return {
        unit,
        mandatoryMonths: about
          ? monthsOf(schoolYear).filter((month) => isMandatoryMonth(unit.kind, month, about.settings))
          : [],
        propose: (rule, months, collisionsOn) => proposeDates(rule, months, isAway, collisionsOn),
        about: (wanted) => ({
          hostUnitId: wanted.map((day) => hostOn(unit, day)).find((host) => host !== null) ?? null,
          closedDays: wanted.filter((day) => !isOpenUnit(unit, day)),
          freeDays: wanted.filter((day) => !isWorkingDay(day, isFree)),
        }),
        guests: (wanted) => {
          const first = wanted.toSorted()[0];
          return first === undefined
            ? []
            : units.filter((other) => hostOn(other, first) === unit.unitId).map((other) => other.unitId as UnitId);
        },
      };
    });
  }
}
