import { Injectable } from '@nestjs/common';
import { ReadSide } from '#platform/database';
import { schoolYearOf, type CalendarDate, type SchoolYear } from '#platform/kernel';
import { FactsInTransaction, schoolYearPeriod, type KnownFacts } from '#statistics/contract';
import { absentInARow } from '../../contract/attendance.js';
import { ServiceAbsences, type ServiceAbsenceDto } from '../../contract/service-absences.js';
import { ATTENDANCE, meetingsExpectedAt } from './attendance-figures.js';

/** Reads the facts that the attendance of services is made of. */
@Injectable()
export class AttendanceReader extends ServiceAbsences {
  constructor(
    private readonly readSide: ReadSide,
    private readonly facts: FactsInTransaction,
  ) {
    super();
  }

  /** Facts of a school year, as far as it has come by `today`. */
  year(tenant: string, schoolYear: SchoolYear, today: CalendarDate): Promise<KnownFacts> {
    const period = schoolYearPeriod(schoolYear);
    return this.facts.readAlone(this.readSide, tenant, { indicators: [ATTENDANCE], period, today });
  }

  async inARow(
    tenant: string,
    today: CalendarDate,
    serviceIds: readonly string[],
  ): Promise<readonly ServiceAbsenceDto[]> {
    return (await this.inARowOnEach(tenant, [today], serviceIds)).get(today)!;
  }

  async inARowOnEach(
    tenant: string,
    days: readonly CalendarDate[],
    serviceIds: readonly string[],
  ): Promise<ReadonlyMap<CalendarDate, readonly ServiceAbsenceDto[]>> {
    const found = new Map<CalendarDate, readonly ServiceAbsenceDto[]>();
    for (const [schoolYear, ofYear] of Map.groupBy(days, schoolYearOf)) {
      const facts = await this.year(tenant, schoolYear, ofYear.at(-1)!);
      const expected = meetingsExpectedAt(facts, schoolYear, serviceIds);
      for (const day of ofYear) found.set(day, absencesBy(day, expected));
    }
    return found;
  }
}

/** The absences in a row at the meetings held until a day, of each service at each unit. */
const absencesBy = (day: CalendarDate, expected: ReturnType<typeof meetingsExpectedAt>): readonly ServiceAbsenceDto[] =>
  expected.flatMap((all) => {
    const of = all.filter(({ heldOn }) => heldOn <= day);
    const times = absentInARow(of);
    if (times === 0) return [];
    const { serviceId, unitId } = of[0]!;
    const row = of
      .map(({ heldOn }) => heldOn)
      .sort()
      .slice(-times);
    return { serviceId, unitId, times, firstOn: row[0]!, lastOn: row.at(-1)! };
  });
