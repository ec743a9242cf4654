import { Command } from '@nestjs/cqrs';
import type { Asker } from '#platform/identity';
import type { MeetingId } from '#platform/kernel';
import type { Presence } from '../../drafts/editors/editors.dto.js';

/** Tells the others at a draft where one is. Nothing is kept of it. */
export class TellPresence extends Command<Presence> {
  constructor(
    readonly meetingId: MeetingId,
    readonly field: string | null,
    readonly asker: Asker,
  ) {
    super();
  }
}
