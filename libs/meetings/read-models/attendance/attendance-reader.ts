import { Injectable } from '@nestjs/common';
import { Between } from 'typeorm';
import { ReadSide } from '#platform/database';
import { firstDayOfSchoolYear, lastDayOfSchoolYear, type SchoolYear } from '#platform/kernel';
import { ServiceAbsences, type ServiceAbsenceDto } from '../../contract/service-absences.js';
import { absentInARow, expectedAt, type Expected } from '../../contract/attendance.js';
import { AttendedMeetingRow } from './attended-meeting.entity.js';
import { ServiceDutyRow } from './service-duty.entity.js';

/** A school year's meetings with the services expected at them: two queries, however many meetings there are. */
@Injectable()
export class AttendanceReader extends ServiceAbsences {
  constructor(private readonly readSide: ReadSide) {
    super();
  }

  async expected(
    tenant: string,
    schoolYear: SchoolYear,
    isWanted: (serviceId: string) => boolean,
  ): Promise<readonly Expected[]> {
    const heldOn = Between(firstDayOfSchoolYear(schoolYear), lastDayOfSchoolYear(schoolYear));
    const [meetings, duties] = await this.readSide.in(tenant, async (tables) => [
      await tables.findBy(AttendedMeetingRow, { tenant, heldOn }),
      await tables.findBy(ServiceDutyRow, { tenant }),
    ]);
    return expectedAt(meetings, duties, isWanted);
  }

  async inARow(
    tenant: string,
    schoolYear: SchoolYear,
    serviceIds: readonly string[],
  ): Promise<readonly ServiceAbsenceDto[]> {
    const lines = await this.expected(tenant, schoolYear, (serviceId) => serviceIds.includes(serviceId));
    return [...Map.groupBy(lines, ({ serviceId, unitId }) => `${serviceId}/${unitId}`).values()].flatMap((of) => {
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
