import { Controller, Param } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler, QueryBus } from '@nestjs/cqrs';
import { Asked, QueryRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { type Refused, MeetingId } from '#platform/kernel';
import { DraftAnswers, writable } from '../drafts/draft-answers.js';
import { DraftAnswer } from '../drafts/draft.dto.js';
import { ProtocolDrafts } from '../drafts/protocol-drafts.js';
import { MeetingStreams } from '../streams/meeting.streams.js';

/** The draft of a meeting's protocol: the latest saved, or a new one with known facts filled in. */
export class ReadDraft extends Query<DraftAnswer | Refused> {
  constructor(
    readonly meetingId: string,
    readonly asker: Asker,
  ) {
    super();
  }
}

@QueryHandler(ReadDraft)
export class ReadDraftHandler implements IQueryHandler<ReadDraft> {
  constructor(
    private readonly meetings: MeetingStreams,
    private readonly drafts: ProtocolDrafts,
    private readonly draftAnswers: DraftAnswers,
  ) {}

  async execute({ meetingId, asker }: ReadDraft) {
    const { tenant } = asker;
    const { state } = await this.meetings.load(meetingId, tenant);
    const meeting = writable(state);
    if ('refused' in meeting) {
      // A crash between filing and clean-up leaves a draft behind; it is deleted on the next read.
      if (state.status === 'filed') await this.drafts.remove(tenant, meetingId);
      return meeting;
    }
    const saved = await this.drafts.latest(tenant, meetingId);
    return this.draftAnswers.answer(
      asker,
      meeting,
      saved
        ? {
            revision: String(saved.revision),
            savedBy: saved.savedBy,
            savedAt: saved.savedAt.toISOString(),
            merged: false,
            draft: saved.draft,
          }
        : {
            revision: '0',
            savedBy: null,
            savedAt: null,
            merged: false,
            draft: await this.draftAnswers.beginning(tenant, meeting),
          },
    );
  }
}

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
