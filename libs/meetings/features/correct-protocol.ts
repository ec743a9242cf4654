import { Body, Controller, Param } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { MeetingId, type PersonId, requiredText } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import { ProtocolDraft } from '../domain/draft/protocol-draft.js';
import type { MeetingRule } from '../domain/meeting/meeting.decider.js';
import { FilingFactsReader } from '../facts/filing-facts.js';
import { MeetingStreams } from '../streams/meeting.streams.js';

export const CorrectProtocolBody = z.strictObject({
  reason: requiredText(500).describe('Why it is corrected; read by everyone who reads the protocol.'),
  protocol: ProtocolDraft.describe('The whole protocol as it should have been.'),
});
export type CorrectProtocolBody = z.infer<typeof CorrectProtocolBody>;

/** A new complete version of a filed protocol, with the reason; every filing rule applies again. */
export class CorrectProtocol extends Command<Outcome<MeetingRule>> {
  constructor(
    readonly meetingId: MeetingId,
    readonly body: CorrectProtocolBody,
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(CorrectProtocol)
export class CorrectProtocolHandler implements ICommandHandler<CorrectProtocol> {
  constructor(
    private readonly meetings: MeetingStreams,
    private readonly facts: FilingFactsReader,
  ) {}

  execute({ meetingId, body: { reason, protocol }, asker, context }: CorrectProtocol) {
    const by = asker.personId as PersonId;
    const { today } = asker;
    return this.meetings.run(
      meetingId,
      async ({ state }) => {
        const { unitIds, on } = state.status === 'unplanned' ? { unitIds: [], on: today } : state;
        const previous = state.status === 'filed' ? state.protocol : undefined;
        const facts = await this.facts.forFiling(context.tenant, unitIds, protocol, on, today, previous);
        return { type: 'CorrectProtocol', draft: protocol, reason, by, today, facts };
      },
      context,
    );
  }
}

@Controller('meetings')
export class CorrectProtocolController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    path: ':meetingId/corrections',
    right: 'protocol.file',
    of: 'meeting',
    summary: 'Correct a filed protocol: a new version with a reason; the earlier one stays readable.',
  })
  handle(
    @Param('meetingId', { schema: MeetingId }) meetingId: MeetingId,
    @Body({ schema: CorrectProtocolBody }) body: CorrectProtocolBody,
    @Asked() asker: Asker,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new CorrectProtocol(meetingId, body, asker, context));
  }
}
