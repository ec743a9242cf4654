import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import { type MeetingId } from '#platform/kernel';
import type { Asker } from '#platform/identity';
import type { CommandContext, Outcome } from '#platform/streams';
import type { MeetingRule } from '../../domain/meeting/meeting.decider.js';
import { ProtocolDraft } from '../../domain/draft/protocol-draft.js';

export const CorrectProtocolBody = z.strictObject({
  reason: z.string().trim().min(1).max(500).describe('Why it is corrected; read by everyone who reads the protocol.'),
  protocol: ProtocolDraft.describe('The whole protocol as it should have been.'),
});
export type CorrectProtocolBody = z.infer<typeof CorrectProtocolBody>;

/** A new complete version of a filed protocol, with the reason; every filing rule applies again. */
export class CorrectProtocol extends Command<Outcome<MeetingRule>> {
  constructor(
    readonly meetingId: MeetingId,
    readonly body: CorrectProtocolBody,
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}
