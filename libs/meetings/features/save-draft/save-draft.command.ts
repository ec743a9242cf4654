import { Command } from '@nestjs/cqrs';
import type { Asker } from '#platform/identity';
import type { MeetingId, Refused } from '#platform/kernel';
import type { CommandContext } from '#platform/streams';
import type { ProtocolDraft } from '../../domain/draft/protocol-draft.js';
import type { DraftAnswer } from '../../drafts/draft.dto.js';

/** Saves what one has written; what others saved in the meantime is merged in, field by field. */
export class SaveDraft extends Command<DraftAnswer | Refused> {
  constructor(
    readonly meetingId: MeetingId,
    readonly draft: ProtocolDraft,
    readonly asker: Asker,
    /** `expected` is the draft's revision that the writer saw. */
    readonly context: CommandContext,
  ) {
    super();
  }
}
