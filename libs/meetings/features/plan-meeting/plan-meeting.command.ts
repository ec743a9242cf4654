import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import { CalendarDate, TimeOfDay, UnitId } from '#platform/kernel';
import type { Asker } from '#platform/identity';
import type { CommandContext, Outcome } from '#platform/streams';
import { MeetingKind } from '../../contract/meeting.events.js';
import type { MeetingRule } from '../../domain/meeting/meeting.decider.js';

export const PlanMeetingBody = z.strictObject({
  kind: MeetingKind.default('ordinary'),
  unitIds: z.array(UnitId).min(1).max(20).describe('The first one hosts; a joint meeting counts for all of them.'),
  on: CalendarDate,
  startsAt: TimeOfDay,
  place: z.string().trim().min(1).max(200).nullable().default(null),
  reason: z
    .string()
    .trim()
    .min(1)
    .max(500)
    .nullable()
    .default(null)
    .describe('Why an extraordinary meeting is called.'),
  urgent: z.boolean().default(false),
  force: z.boolean().default(false).describe('Meet on a day that is no working day all the same.'),
});
export type PlanMeetingBody = z.infer<typeof PlanMeetingBody>;

/** A single meeting: ordinary in addition to the year's plan, extraordinary (R19), or joint for several units. */
export class PlanMeeting extends Command<Outcome<MeetingRule>> {
  constructor(
    readonly body: PlanMeetingBody,
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}
