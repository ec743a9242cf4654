import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import { PersonId, type MeetingId } from '#platform/kernel';
import type { Asker } from '#platform/identity';
import type { CommandContext, Outcome } from '#platform/streams';
import type { MeetingRule } from '../../domain/meeting/meeting.decider.js';

export const GiveNoticeBody = z.strictObject({
  to: z.array(PersonId).max(200).optional().describe('Left out: the standing participants of the units.'),
  agenda: z.string().trim().min(1).max(2000).nullable().default(null),
});
export type GiveNoticeBody = z.infer<typeof GiveNoticeBody>;

/** Calls people to the meeting; the standing participants of its units by default. */
export class GiveNotice extends Command<Outcome<MeetingRule>> {
  constructor(
    readonly meetingId: MeetingId,
    readonly body: GiveNoticeBody,
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}
