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
    const schoolYear = schoolYearOf(today);
    const facts = await this.year(tenant, schoolYear, today);
    return meetingsExpectedAt(facts, schoolYear, serviceIds).flatMap((of) => {
      const { serviceId, unitId } = of[0]!;
      const times = absentInARow(of);
      const row = of
        .map(({ heldOn }) => heldOn)
        .sort()
        .slice(-times);
      return times === 0 ? [] : { serviceId, unitId, times, firstOn: row[0]!, lastOn: row.at(-1)! };
    });
  }
}
