import { Command } from '@nestjs/cqrs';
import type { Asker } from '#platform/identity';
import type { MeetingId, Refused } from '#platform/kernel';
import type { CommandContext } from '#platform/streams';
import type { ProtocolDraft } from '../../domain/draft/protocol-draft.js';
import type { DraftAnswer } from '../../drafts/draft.dto.js';

/** Saves a writer's changes; others' saves in the meantime are merged, field by field. */
export class SaveDraft extends Command<DraftAnswer | Refused> {
  constructor(
    readonly meetingId: MeetingId,
    readonly draft: ProtocolDraft,
    readonly asker: Asker,
    /** `expected` is the revision of the draft that the writer saw. */
    readonly context: CommandContext,
  ) {
    super();
  }
}
