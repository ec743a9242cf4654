import { Injectable } from '@nestjs/common';
import { ReadSide } from '#platform/database';
import type { CalendarDate, Month, SchoolYear } from '#platform/kernel';
import { DEFAULT_SETTINGS, Directory, hostOn, type UnitDto } from '#registry/contract';
import { kindYear, unitYear, type UnitYear } from '../../domain/board/unit-year.js';
import { UnitCalendars } from '../../facts/unit-calendars.js';
import { UnitMonthRow } from '../unit-month/unit-month.entity.js';

export interface BoardLine extends UnitYear {
  readonly unit: UnitDto;
  readonly hostUnitId: string | null;
}

/** Units × months with four queries, however many units there are. */
@Injectable()
export class BoardReader {
  constructor(
    private readonly readSide: ReadSide,
    private readonly directory: Directory,
    private readonly calendars: UnitCalendars,
  ) {}

  async lines(
    tenant: string,
    schoolYear: SchoolYear,
    today: CalendarDate,
    wanted: (unit: UnitDto) => boolean,
  ): Promise<readonly BoardLine[]> {
    const [about, units, isFreeFor, rows] = await Promise.all([
      this.directory.municipality(tenant),
      this.directory.units(tenant),
      this.calendars.of(tenant),
      this.readSide.in(tenant, (manager) => manager.findBy(UnitMonthRow, { tenant, schoolYear })),
    ]);
    const settings = about?.settings ?? DEFAULT_SETTINGS;
    const byKey = new Map(rows.map((row) => [row.unitMonth, row]));
    const factsOf = (unitId: string, month: Month) => {
      const row = byKey.get(`${unitId}/${month}`);
      return row && { meetings: row.meetings, exemptReason: row.exemptReason };
    };
    const years = {
      school: kindYear(schoolYear, isFreeFor('school')),
      kindergarten: kindYear(schoolYear, isFreeFor('kindergarten')),
    };
    return units.filter(wanted).map((unit) => ({
      unit,
      hostUnitId: hostOn(unit, today),
      ...unitYear(unit, years[unit.kind], factsOf, settings, today),
    }));
  }
}
