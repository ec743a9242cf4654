import { Body, Controller, Param } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { RefusedError, Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { MeetingId, type Refused, refuse, refuseAll } from '#platform/kernel';
import type { CommandContext } from '#platform/streams';
import { ProtocolDraft } from '../domain/draft/protocol-draft.js';
import { nationalNumbersIn } from '../domain/meeting/filing-rules.js';
import { DraftAnswers, writable } from '../drafts/draft-answers.js';
import { DraftAnswer } from '../drafts/draft.dto.js';
import { DraftSignals } from '../drafts/editors/draft-signals.js';
import { ProtocolDrafts } from '../drafts/protocol-drafts.js';
import { MeetingStreams } from '../streams/meeting.streams.js';

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

@CommandHandler(SaveDraft)
export class SaveDraftHandler implements ICommandHandler<SaveDraft> {
  constructor(
    private readonly meetings: MeetingStreams,
    private readonly drafts: ProtocolDrafts,
    private readonly draftAnswers: DraftAnswers,
    private readonly signals: DraftSignals,
  ) {}

  async execute({ meetingId, draft: mine, asker, context }: SaveDraft) {
    const { tenant, expected, reads } = context;
    if (expected === undefined) return refuse('DRAFT_WITHOUT_REVISION');
    const { state } = await this.meetings.load(meetingId, tenant, reads);
    const meeting = writable(state);
    if ('refused' in meeting) return meeting;
    const numbers = refuseAll(nationalNumbersIn(mine, (await this.drafts.latest(tenant, meetingId))?.draft));
    if (numbers) return numbers;
    const began = await this.draftAnswers.beginning(tenant, meeting);
    const base = Number(expected);
    const answer = await this.drafts.save({ tenant, meetingId, base, began, mine, by: asker.personId });
    if ('unknownBase' in answer) return refuse('DRAFT_CHANGED');
    if ('tooLong' in answer) return { refused: answer.tooLong };
    if ('conflicts' in answer) {
      const { conflicts, theirs, proposal } = answer;
      const beside = {
        conflicts,
        revision: String(theirs.revision),
        savedBy: theirs.savedBy,
        mine,
        theirs: theirs.draft,
        proposal,
      };
      throw new RefusedError(refuse('DRAFT_CONFLICT'), beside);
    }
    const { revision, savedBy, draft } = answer.saved;
    const savedAt = answer.saved.savedAt.toISOString();
    this.signals.publish({ what: 'saved', tenant, meetingId, revision, savedBy, savedAt });
    return this.draftAnswers.answer(asker, meeting, {
      revision: String(revision),
      savedBy,
      savedAt,
      merged: answer.merged,
      draft,
    });
  }
}

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
