import { Injectable } from '@nestjs/common';
import { ReadSide } from '#platform/database';
import { ActionMeetingRow } from './action-meeting.entity.js';

/** Participants of a meeting; empty until its protocol is filed and folded. */
@Injectable()
export class MeetingParticipants {
  constructor(private readonly readSide: ReadSide) {}

  async of(tenant: string, meetingId: string): Promise<readonly string[]> {
    const row = await this.readSide.in(tenant, (rows) => rows.findOneBy(ActionMeetingRow, { tenant, meetingId }));
    return row?.participantIds ?? [];
  }
}
