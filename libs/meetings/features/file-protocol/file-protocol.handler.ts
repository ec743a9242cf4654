import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { isRefused, refuse, type PersonId, type Refused } from '#platform/kernel';
import type { DraftRule } from '../../domain/draft/draft.refusals.js';
import { ProtocolDraft } from '../../domain/draft/protocol-draft.js';
import { ProtocolDrafts } from '../../drafts/protocol-drafts.js';
import { FilingFactsReader } from '../../facts/filing-facts.js';
import { MeetingStreams } from '../../streams/meeting.streams.js';
import { FileProtocol, type FileProtocolBody } from './file-protocol.command.js';

@CommandHandler(FileProtocol)
export class FileProtocolHandler implements ICommandHandler<FileProtocol> {
  constructor(
    private readonly meetings: MeetingStreams,
    private readonly drafts: ProtocolDrafts,
    private readonly facts: FilingFactsReader,
  ) {}

  async execute({ meetingId, body, asker, context }: FileProtocol) {
    const { municipality } = context;
    const by = asker.personId as PersonId;
    const outcome = await this.meetings.run<DraftRule>(
      meetingId,
      async ({ state }) => {
        // After filing the draft is gone; the decider refuses a second filing whatever the draft.
        const isFiled = state.status === 'filed';
        const draft = isFiled ? ProtocolDraft.parse({}) : await this.draftOf(meetingId, body, municipality);
        if (isRefused<DraftRule>(draft)) return draft;
        const { unitIds, on } = state.status === 'unplanned' ? { unitIds: [], on: asker.today } : state;
        const facts = await this.facts.forFiling(municipality, unitIds, draft, on, asker.today);
        return { type: 'FileProtocol', draft, by, today: asker.today, facts };
      },
      context,
    );
    if (!isRefused(outcome)) await this.drafts.remove(municipality, meetingId);
    return outcome;
  }

  private async draftOf(
    meetingId: string,
    body: FileProtocolBody,
    municipality: string,
  ): Promise<ProtocolDraft | Refused<DraftRule>> {
    const saved = await this.drafts.latest(municipality, meetingId);
    const revision = saved?.revision ?? 0;
    if ('participants' in body) {
      const { draftRevision, ...whole } = body;
      if (draftRevision === undefined) return saved ? refuse('DRAFT_SAVED_MEANWHILE') : whole;
      return draftRevision === revision ? whole : refuse('DRAFT_CHANGED', 'draftRevision');
    }
    if (!saved) return refuse('DRAFT_NOT_SAVED');
    return revision === body.draftRevision ? saved.draft : refuse('DRAFT_CHANGED', 'draftRevision');
  }
}
