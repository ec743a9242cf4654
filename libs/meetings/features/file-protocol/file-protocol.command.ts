import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import type { Asker } from '#platform/identity';
import type { MeetingId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import type { DraftRule } from '../../domain/draft/draft.refusals.js';
import { ProtocolDraft } from '../../domain/draft/protocol-draft.js';
import type { MeetingRule } from '../../domain/meeting/meeting.decider.js';

export const FileProtocolBody = z.union([
  z.strictObject({
    draftRevision: z.int().min(1).describe('File the saved draft, which must still be this revision.'),
  }),
  ProtocolDraft.extend({
    draftRevision: z
      .int()
      .min(0)
      .optional()
      .describe(
        'The saved draft that the whole protocol is built on; needed where one is saved, so that nobody’s text is lost.',
      ),
  }),
]);
export type FileProtocolBody = z.infer<typeof FileProtocolBody>;

/** Files the protocol: it is locked, and its actions start. */
export class FileProtocol extends Command<Outcome<MeetingRule | DraftRule>> {
  constructor(
    readonly meetingId: MeetingId,
    readonly body: FileProtocolBody,
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}
