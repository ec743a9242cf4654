import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { PersonId } from '#platform/kernel';
import { FilingFactsReader } from '../../facts/filing-facts.js';
import { MeetingStreams } from '../../streams/meeting.streams.js';
import { CorrectProtocol } from './correct-protocol.command.js';

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
        const facts = await this.facts.forFiling(context.municipality, unitIds, protocol, on, today, previous);
        return { type: 'CorrectProtocol', draft: protocol, reason, by, today, facts };
      },
      context,
    );
  }
}
