import { Body, Controller, Param } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { MeetingId, isRefused, refuse, type PersonId, type Refused } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import type { DraftRule } from '../domain/draft/draft.refusals.js';
import { ProtocolDraft } from '../domain/draft/protocol-draft.js';
import type { MeetingRule } from '../domain/meeting/meeting.decider.js';
import { ProtocolDrafts } from '../drafts/protocol-drafts.js';
import { FilingFactsReader } from '../facts/filing-facts.js';
import { MeetingStreams } from '../streams/meeting.streams.js';

export const FileProtocolBody = z.union([
  z.strictObject({
    draftRevision: z.int().min(1).describe('File the saved draft, which must still be this revision.'),
  }),
  ProtocolDraft.extend({
    draftRevision: z
      .int()
      .min(0)
      .optional()
      .describe(
        'The saved draft that the whole protocol is built on; needed where one is saved, so that nobody’s text is lost.',
      ),
  }),
]);
export type FileProtocolBody = z.infer<typeof FileProtocolBody>;

/** Files the protocol: it is locked, and its actions start. */
export class FileProtocol extends Command<Outcome<MeetingRule | DraftRule>> {
  constructor(
    readonly meetingId: MeetingId,
    readonly body: FileProtocolBody,
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(FileProtocol)
export class FileProtocolHandler implements ICommandHandler<FileProtocol> {
  constructor(
    private readonly meetings: MeetingStreams,
    private readonly drafts: ProtocolDrafts,
    private readonly facts: FilingFactsReader,
  ) {}

  async execute({ meetingId, body, asker, context }: FileProtocol) {
    const { tenant } = context;
    const by = asker.personId as PersonId;
    const outcome = await this.meetings.run<DraftRule>(
      meetingId,
      async ({ state }) => {
        // After filing the draft is gone; the decider refuses a second filing whatever the draft.
        const isFiled = state.status === 'filed';
        const draft = isFiled ? ProtocolDraft.parse({}) : await this.draftOf(meetingId, body, tenant);
        if (isRefused<DraftRule>(draft)) return draft;
        const { unitIds, on } = state.status === 'unplanned' ? { unitIds: [], on: asker.today } : state;
        const facts = await this.facts.forFiling(tenant, unitIds, draft, on, asker.today);
        return { type: 'FileProtocol', draft, by, today: asker.today, facts };
      },
      context,
    );
    if (!isRefused(outcome)) await this.drafts.remove(tenant, meetingId);
    return outcome;
  }

  private async draftOf(
    meetingId: string,
    body: FileProtocolBody,
    tenant: string,
  ): Promise<ProtocolDraft | Refused<DraftRule>> {
    const saved = await this.drafts.latest(tenant, meetingId);
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

@Controller('meetings')
export class FileProtocolController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    path: ':meetingId/protocol',
    right: 'protocol.file',
    of: 'meeting',
    summary:
      'File the protocol: the saved draft by its revision, or a whole one. Every reason why not is named at once.',
  })
  handle(
    @Param('meetingId', { schema: MeetingId }) meetingId: MeetingId,
    @Body({ schema: FileProtocolBody }) body: FileProtocolBody,
    @Asked() asker: Asker,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new FileProtocol(meetingId, body, asker, context));
  }
}
