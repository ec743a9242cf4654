import { Injectable } from '@nestjs/common';
import { isWorkingDay, type CalendarDate, type IsFree } from '#platform/kernel';
import { isPublicHoliday } from '#platform/holidays';
import { Directory, freeDaysOf, isOpenUnit, type UnitDto, type UnitKind } from '#registry/contract';
import type { DayFacts } from '../domain/meeting/meeting.commands.js';

/** Facts from the calendar and the registry about a meeting's day. */
export type DayInCalendar = Omit<DayFacts, 'busyUnitIds'>;

/** Working days of a municipality's units, by the registry and the public calendar. */
@Injectable()
export class UnitCalendars {
  constructor(private readonly directory: Directory) {}

  /** Free days by kind of unit; one query to the registry. */
  async of(tenant: string): Promise<(kind: UnitKind) => IsFree> {
    const calendars = await this.directory.calendars(tenant);
    const byKind = new Map<UnitKind, IsFree>();
    return (kind) => {
      const known = byKind.get(kind) ?? freeDaysOf(kind, calendars, isPublicHoliday);
      byKind.set(kind, known);
      return known;
    };
  }

  /** Facts about the day of a meeting for a decision; the calendar of the first unit, the host, applies. */
  async dayFacts(tenant: string, unitIds: readonly string[], on: CalendarDate): Promise<DayInCalendar> {
    const [units, isFree] = await Promise.all([this.directory.units(tenant), this.of(tenant)]);
    const byId = new Map(units.map((unit) => [unit.unitId, unit]));
    const host = byId.get(unitIds[0] ?? '');
    return {
      freeDay: host !== undefined && !isWorkingDay(on, isFree(host.kind)),
      closedUnitIds: unitIds.filter((id) => !isOpenOn(byId.get(id), on)),
    };
  }
}

const isOpenOn = (unit: UnitDto | undefined, on: CalendarDate) => unit !== undefined && isOpenUnit(unit, on);
