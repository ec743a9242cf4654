import { Injectable } from '@nestjs/common';
import { ReadSide } from '#platform/database';
import { ActionMeetingRow } from './action-meeting.entity.js';

/** Participants of a meeting; empty until its protocol is filed and folded. */
@Injectable()
export class MeetingParticipants {
  constructor(private readonly readSide: ReadSide) {}

  async of(municipality: string, meetingId: string): Promise<readonly string[]> {
    const row = await this.readSide.in(municipality, (rows) =>
      rows.findOneBy(ActionMeetingRow, { municipality, meetingId }),
    );
    return row?.participantIds ?? [];
  }
}
