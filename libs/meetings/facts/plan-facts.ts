import { Injectable } from '@nestjs/common';
import {
  isWorkingDay,
  schoolYearOf,
  weekdayOf,
  type CalendarDate,
  type IsFree,
  type Month,
  type SchoolYear,
  type UnitId,
} from '#platform/kernel';
import { isPublicHoliday, publicHolidaysOf } from '#platform/holidays';
import { Directory, hostOn, isOpenUnit, type SchoolCalendarDto, type UnitDto, UnitKind } from '#registry/contract';
import type { PlanRule } from '../contract/school-year.events.js';
import { proposeDates, type ProposedDate } from '../domain/school-year/propose-dates.js';
import type { CalendarFacts } from '../domain/school-year/school-year.commands.js';
import { obligedMonths, workingMonths } from '../domain/year-plan/obliged-months.js';
import { UnitCalendars } from './unit-calendars.js';

/** Reason why a unit is closed on a day, with the calendar's text if any. */
export interface ClosedDayReason {
  readonly kind: 'weekend' | 'holiday' | 'closed' | 'unit-not-open';
  readonly reason: string | null;
}

/** Facts from the registry and the calendar for planning a unit's school year. */
export interface UnitPlanFacts {
  readonly unit: UnitDto;
  /** Months in which it, or a unit that joins its meetings, must meet; in order. */
  readonly obligedMonths: readonly Month[];
  /** A day on which the unit does not exist counts like a holiday. */
  readonly isAway: IsFree;
  /** Null on a day on which the unit is open. */
  whyAway(day: CalendarDate): ClosedDayReason | null;
  propose(rule: PlanRule, months: readonly Month[]): readonly ProposedDate[];
  about(days: readonly CalendarDate[]): Omit<CalendarFacts, 'busyDays'>;
  /** Units that join this one's meetings on the day. */
  readonly guestsOn: (day: CalendarDate) => readonly UnitId[];
}

@Injectable()
export class PlanFacts {
  constructor(
    private readonly directory: Directory,
    private readonly calendars: UnitCalendars,
  ) {}

  /** Undefined for an unknown unit. */
  async of(tenant: string, unitId: string, schoolYear: SchoolYear): Promise<UnitPlanFacts | undefined> {
    return (await this.ofAll(tenant, schoolYear)).find(({ unit }) => unit.unitId === unitId);
  }

  /** Facts of every unit, sorted by name, with as many queries as for one. */
  async ofAll(tenant: string, schoolYear: SchoolYear): Promise<readonly UnitPlanFacts[]> {
    const [about, units, isFreeFor, calendars] = await Promise.all([
      this.directory.municipality(tenant),
      this.directory.units(tenant),
      this.calendars.of(tenant),
      this.directory.calendars(tenant),
    ]);
    const guests = units.filter(({ hosts }) => hosts.length > 0);
    const ofKind = new Map(UnitKind.options.map((kind) => [kind, workingMonths(schoolYear, isFreeFor(kind))]));
    const obliged = about && obligedMonths(units, (kind) => ofKind.get(kind)!, about.settings);
    return units.map((unit): UnitPlanFacts => {
      const isFree = isFreeFor(unit.kind);
      const isAway = (day: CalendarDate) => isFree(day) || !isOpenUnit(unit, day);
      return {
        unit,
        obligedMonths: obliged?.get(unit.unitId) ?? [],
        isAway,
        whyAway: (day) => whyAway(unit, day, isFree, calendars),
        propose: (rule, months) => proposeDates(rule, months, isAway),
        about: (wanted) => ({
          hostUnitId: wanted.map((day) => hostOn(unit, day)).find((host) => host !== null) ?? null,
          closedDays: wanted.filter((day) => !isOpenUnit(unit, day)),
          freeDays: wanted.filter((day) => !isWorkingDay(day, isFree)),
        }),
        guestsOn: (day) =>
          guests.filter((other) => hostOn(other, day) === unit.unitId).map(({ unitId }) => unitId as UnitId),
      };
    });
  }
}

function whyAway(
  unit: UnitDto,
  day: CalendarDate,
  isFree: IsFree,
  calendars: readonly SchoolCalendarDto[],
): ClosedDayReason | null {
  if (!isOpenUnit(unit, day)) return { kind: 'unit-not-open', reason: null };
  if (isPublicHoliday(day))
    return { kind: 'holiday', reason: publicHolidaysOf(Number(day.slice(0, 4))).get(day) ?? null };
  if (weekdayOf(day) > 5) return { kind: 'weekend', reason: null };
  if (!isFree(day)) return null;
  const calendar = calendars.find(({ kind, schoolYear }) => kind === unit.kind && schoolYear === schoolYearOf(day));
  const period = calendar?.closed.find(({ from, to }) => from <= day && day <= to);
  return { kind: 'closed', reason: period?.reason ?? null };
}
