import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import { type MeetingId } from '#platform/kernel';
import type { Asker } from '#platform/identity';
import type { CommandContext, Outcome } from '#platform/streams';
import type { MeetingRule } from '../../domain/meeting/meeting.decider.js';

export const DeclareProtocolLostBody = z.strictObject({
  reason: z.string().trim().min(1).max(500).describe('Why it cannot be filed; shown with the meeting.'),
});
export type DeclareProtocolLostBody = z.infer<typeof DeclareProtocolLostBody>;

/** The coordinator stops expecting a protocol that nobody can write any more. */
export class DeclareProtocolLost extends Command<Outcome<MeetingRule>> {
  constructor(
    readonly meetingId: MeetingId,
    readonly body: DeclareProtocolLostBody,
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}
