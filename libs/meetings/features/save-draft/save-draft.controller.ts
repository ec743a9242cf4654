import { Body, Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { MeetingId } from '#platform/kernel';
import type { CommandContext } from '#platform/streams';
import { ProtocolDraft } from '../../domain/draft/protocol-draft.js';
import { DraftAnswer } from '../../drafts/draft.dto.js';
import { SaveDraft } from './save-draft.command.js';

@Controller('meetings')
export class SaveDraftController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    method: 'put',
    path: ':meetingId/draft',
    right: 'protocol.write',
    of: 'meeting',
    summary:
      'Save the draft of the protocol on top of the revision in `If-Match`; a conflict answers with both texts. A text that may hold a national identity number is not saved: the whole draft is refused (422, `NATIONAL_NUMBER_IN_TEXT`), with each such text named.',
    answer: DraftAnswer,
  })
  handle(
    @Param('meetingId', { schema: MeetingId }) meetingId: MeetingId,
    @Body({ schema: ProtocolDraft }) draft: ProtocolDraft,
    @Asked() asker: Asker,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new SaveDraft(meetingId, draft, asker, context));
  }
}
