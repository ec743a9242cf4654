import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import { type MeetingId } from '#platform/kernel';
import type { Asker } from '#platform/identity';
import type { CommandContext, Outcome } from '#platform/streams';
import type { MeetingRule } from '../../domain/meeting/meeting.decider.js';

export const RetractHeldBody = z.strictObject({
  reason: z.string().trim().min(1).max(500).describe('Why it was said by mistake.'),
});
export type RetractHeldBody = z.infer<typeof RetractHeldBody>;

/** Withdraws the report that the meeting was held; not possible once its protocol is filed. */
export class RetractHeld extends Command<Outcome<MeetingRule>> {
  constructor(
    readonly meetingId: MeetingId,
    readonly body: RetractHeldBody,
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}
