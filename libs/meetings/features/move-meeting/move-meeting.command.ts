import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import { CalendarDate, TimeOfDay, type MeetingId } from '#platform/kernel';
import type { Asker } from '#platform/identity';
import type { CommandContext, Outcome } from '#platform/streams';
import type { MeetingRule } from '../../domain/meeting/meeting.decider.js';

export const MoveMeetingBody = z.strictObject({
  on: CalendarDate,
  startsAt: TimeOfDay,
  place: z.string().trim().min(1).max(200).nullable().optional().describe('Left as it is when not given.'),
  reason: z.string().trim().min(1).max(500).nullable().default(null),
  force: z.boolean().default(false).describe('Meet on a day that is no working day all the same.'),
});
export type MoveMeetingBody = z.infer<typeof MoveMeetingBody>;

/** Another day, hour or place before the notice; within the month for the unit, within the school year for the coordinator. */
export class MoveMeeting extends Command<Outcome<MeetingRule>> {
  constructor(
    readonly meetingId: MeetingId,
    readonly body: MoveMeetingBody,
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}
