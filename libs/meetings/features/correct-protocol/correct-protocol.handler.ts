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

  async execute({ meetingId, body: { reason, protocol }, asker, context }: CorrectProtocol) {
    const { state } = await this.meetings.load(meetingId, context.municipality);
    const { unitIds, on } = state.status === 'unplanned' ? { unitIds: [], on: asker.today } : state;
    const previous = state.status === 'filed' ? state.protocol : undefined;
    const facts = await this.facts.forFiling(context.municipality, unitIds, protocol, on, asker.today, previous);
    const by = asker.personId as PersonId;
    return this.meetings.run(
      meetingId,
      { type: 'CorrectProtocol', draft: protocol, reason, by, today: asker.today, facts },
      context,
    );
  }
}
