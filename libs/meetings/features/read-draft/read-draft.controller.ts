import { Controller, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Asked, QueryRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { MeetingId } from '#platform/kernel';
import { DraftAnswer } from '../../drafts/draft.dto.js';
import { ReadDraft } from './read-draft.query.js';

@Controller('meetings')
export class ReadDraftController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute({
    path: ':meetingId/draft',
    right: 'protocol.write',
    of: 'meeting',
    summary: 'The latest draft of the protocol, or one filled in with participants, open actions and dates.',
    answer: DraftAnswer,
    problems: ['conflict'],
  })
  handle(@Param('meetingId', { schema: MeetingId }) meetingId: MeetingId, @Asked() asker: Asker) {
    return this.queries.execute(new ReadDraft(meetingId, asker));
  }
}
