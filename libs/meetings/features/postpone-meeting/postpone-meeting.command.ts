import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import { CalendarDate, TimeOfDay, type MeetingId } from '#platform/kernel';
import type { Asker } from '#platform/identity';
import type { CommandContext, Outcome } from '#platform/streams';
import type { MeetingRule } from '../../domain/meeting/meeting.decider.js';

export const PostponeMeetingBody = z.strictObject({
  on: CalendarDate,
  startsAt: TimeOfDay,
  reason: z.string().trim().min(1).max(500).describe('Why; told to those called.'),
  force: z.boolean().default(false).describe('Meet on a day that is no working day all the same.'),
});
export type PostponeMeetingBody = z.infer<typeof PostponeMeetingBody>;

/** Another day after the notice, with the reason for those called. */
export class PostponeMeeting extends Command<Outcome<MeetingRule>> {
  constructor(
    readonly meetingId: MeetingId,
    readonly body: PostponeMeetingBody,
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}
