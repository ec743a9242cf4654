import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { ReadSide } from '#platform/database';
import type { CalendarDate } from '#platform/kernel';
import { Directory } from '#registry/contract';
import { MeetingConcern, type ConcerningMeeting } from '../../contract/index.js';
import { concernOf } from '../../domain/concern.js';
import { HeldRoleRow } from '../held-role/held-role.entity.js';
import { UnitTableRow } from '../unit-table/unit-table.entity.js';
import { NOBODY_STANDS_IN, substitutesOf } from './substitutes.js';

@Injectable()
export class ConcernReader extends MeetingConcern {
  constructor(
    private readonly readSide: ReadSide,
    private readonly directory: Directory,
  ) {
    super();
  }

  async own(
    tenant: string,
    personId: string,
    meetings: readonly ConcerningMeeting[],
    today: CalendarDate,
  ): Promise<ReadonlySet<string>> {
    const { standsInFor } = await substitutesOf(this.directory, tenant, personId);
    const absentOn = new Map(meetings.map(({ meetingId, on }) => [meetingId, standsInFor(personId, on)]));
    const people = [...new Set([personId, ...[...absentOn.values()].flat()])];
    const unitIds = [...new Set(meetings.flatMap((meeting) => meeting.unitIds))];
    const [roles, units] = await this.readSide.in(tenant, async (tables) => [
      await tables.findBy(HeldRoleRow, { tenant, personId: In(people) }),
      await tables.findBy(UnitTableRow, { tenant, unitId: In(unitIds) }),
    ]);
    const facts = {
      roles: roles.filter(({ role }) => role === 'unit-leader' || role === 'meeting-chair'),
      tables: new Map(units.map((unit) => [unit.unitId, unit])),
      leads: new Map(),
      standsInFor: NOBODY_STANDS_IN,
    };
    const concerns = new Map(people.map((id) => [id, concernOf(id, facts)]));
    const own = meetings.filter(({ meetingId, unitIds: of, calledIds }) =>
      [personId, ...absentOn.get(meetingId)!].some((id) =>
        concerns.get(id)!(of, calledIds, { position: 'now', day: today }),
      ),
    );
    return new Set(own.map(({ meetingId }) => meetingId));
  }
}
