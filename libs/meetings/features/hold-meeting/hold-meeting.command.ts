import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import { CalendarDate, type MeetingId } from '#platform/kernel';
import type { Asker } from '#platform/identity';
import type { CommandContext, Outcome } from '#platform/streams';
import type { MeetingRule } from '../../domain/meeting/meeting.decider.js';

export const HoldMeetingBody = z.strictObject({
  heldOn: CalendarDate.describe('Today or earlier.'),
});
export type HoldMeetingBody = z.infer<typeof HoldMeetingBody>;

/** Reports the meeting as held; filing its protocol does so too. */
export class HoldMeeting extends Command<Outcome<MeetingRule>> {
  constructor(
    readonly meetingId: MeetingId,
    readonly body: HoldMeetingBody,
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}
