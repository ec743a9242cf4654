import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import { type MeetingId } from '#platform/kernel';
import type { Asker } from '#platform/identity';
import type { CommandContext, Outcome } from '#platform/streams';
import type { MeetingRule } from '../../domain/meeting/meeting.decider.js';

export const CancelMeetingBody = z.strictObject({
  reason: z.string().trim().min(1).max(500).describe('Why it will not be held.'),
});
export type CancelMeetingBody = z.infer<typeof CancelMeetingBody>;

/** Cancels a meeting, with the reason. */
export class CancelMeeting extends Command<Outcome<MeetingRule>> {
  constructor(
    readonly meetingId: MeetingId,
    readonly body: CancelMeetingBody,
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}
