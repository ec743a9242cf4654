import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { ReadSide } from '#platform/database';
import type { CalendarDate } from '#platform/kernel';
import { MeetingConcern, type ConcerningMeeting } from '../../contract/index.js';
import { concernOf } from '../../domain/concern.js';
import { HeldRoleRow } from '../held-role/held-role.entity.js';
import { UnitTableRow } from '../unit-table/unit-table.entity.js';

@Injectable()
export class ConcernReader extends MeetingConcern {
  constructor(private readonly readSide: ReadSide) {
    super();
  }

  async own(
    tenant: string,
    personId: string,
    meetings: readonly ConcerningMeeting[],
    today: CalendarDate,
  ): Promise<ReadonlySet<string>> {
    const unitIds = [...new Set(meetings.flatMap((meeting) => meeting.unitIds))];
    const [roles, units] = await this.readSide.in(tenant, async (tables) => [
      await tables.findBy(HeldRoleRow, { tenant, personId }),
      await tables.findBy(UnitTableRow, { tenant, unitId: In(unitIds) }),
    ]);
    const concerns = concernOf(personId, {
      roles: roles.filter(({ role }) => role === 'unit-leader' || role === 'meeting-chair'),
      tables: new Map(units.map((unit) => [unit.unitId, unit])),
      leads: new Map(),
    });
    const own = meetings.filter((meeting) =>
      concerns(meeting.unitIds, meeting.calledIds, { position: 'now', day: today }),
    );
    return new Set(own.map(({ meetingId }) => meetingId));
  }
}
