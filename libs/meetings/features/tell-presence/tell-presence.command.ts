import { Command } from '@nestjs/cqrs';
import type { Asker } from '#platform/identity';
import type { MeetingId } from '#platform/kernel';
import type { Presence } from '../../drafts/editors/editors.dto.js';

/** Notifies the other writers of a draft of one's position. Not stored. */
export class TellPresence extends Command<Presence> {
  constructor(
    readonly meetingId: MeetingId,
    readonly field: string | null,
    readonly asker: Asker,
  ) {
    super();
  }
}
