import { Injectable } from '@nestjs/common';
import { Between, In, IsNull, Not } from 'typeorm';
import { ReadSide } from '#platform/database';
import { monthOf, type CalendarDate } from '#platform/kernel';
import { MeetingRecords, type MeetingRecordsDto } from '../../contract/meeting-records.js';
import { ProtocolVersionRow } from '../protocol-versions/protocol-versions.entity.js';
import { UnitMonthRow } from '../unit-month/unit-month.entity.js';
import { MeetingRow } from './meeting-register.entity.js';

/** Answers from the registers of meetings, protocol versions and months, all of one moment. */
@Injectable()
export class KeptMeetingRecords extends MeetingRecords {
  constructor(private readonly readSide: ReadSide) {
    super();
  }

  between(tenant: string, from: CalendarDate, to: CalendarDate): Promise<MeetingRecordsDto> {
    return this.readSide.in(tenant, async (tables) => {
      const meetings = await tables.find(MeetingRow, {
        where: { tenant, day: Between(from, to) },
        order: { day: 'asc', meetingId: 'asc' },
      });
      const protocols = await tables.find(ProtocolVersionRow, {
        where: { tenant, meetingId: In(meetings.map(({ meetingId }) => meetingId)) },
        order: { meetingId: 'asc', version: 'asc' },
      });
      const months = await tables.find(UnitMonthRow, {
        where: { tenant, month: Between(monthOf(from), monthOf(to)), exemptReason: Not(IsNull()) },
        order: { month: 'asc', unitId: 'asc' },
      });
      return {
        meetings: meetings.map(
          ({ meetingId, kind, unitIds, day, startsAt, place, state, reason, calledIds, participants }) => ({
            meetingId,
            kind,
            unitIds,
            day,
            startsAt,
            place,
            state,
            reason,
            calledIds,
            participants,
          }),
        ),
        protocols: protocols.map(({ meetingId, version, reason, filedOn, filedBy, protocol }) => ({
          meetingId,
          version,
          reason,
          filedOn,
          filedBy,
          protocol,
        })),
        exemptions: months.map(({ unitId, month, exemptReason }) => ({ unitId, month, reason: exemptReason! })),
      };
    });
  }
}
