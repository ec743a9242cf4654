import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { RefusedError } from '#platform/http';
import { refuse, refuseAll } from '#platform/kernel';
import { nationalNumbersIn } from '../../domain/meeting/filing-rules.js';
import { DraftDesk, writable } from '../../drafts/draft-desk.js';
import { DraftSignals } from '../../drafts/editors/draft-signals.js';
import { ProtocolDrafts } from '../../drafts/protocol-drafts.js';
import { MeetingStreams } from '../../streams/meeting.streams.js';
import { SaveDraft } from './save-draft.command.js';

@CommandHandler(SaveDraft)
export class SaveDraftHandler implements ICommandHandler<SaveDraft> {
  constructor(
    private readonly meetings: MeetingStreams,
    private readonly drafts: ProtocolDrafts,
    private readonly desk: DraftDesk,
    private readonly signals: DraftSignals,
  ) {}

  async execute({ meetingId, draft: mine, asker, context }: SaveDraft) {
    const { municipality, expected } = context;
    if (expected === undefined) return refuse('DRAFT_WITHOUT_REVISION');
    const { state } = await this.meetings.load(meetingId, municipality);
    const meeting = writable(state);
    if ('refused' in meeting) return meeting;
    const numbers = refuseAll(nationalNumbersIn(mine, (await this.drafts.latest(municipality, meetingId))?.draft));
    if (numbers) return numbers;
    const began = await this.desk.beginning(municipality, meeting);
    const base = Number(expected);
    const answer = await this.drafts.save({ municipality, meetingId, base, began, mine, by: asker.personId });
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
    this.signals.tell({ what: 'saved', municipality, meetingId, revision, savedBy, savedAt });
    return this.desk.answer(asker, meeting, {
      revision: String(revision),
      savedBy,
      savedAt,
      merged: answer.merged,
      draft,
    });
  }
}
