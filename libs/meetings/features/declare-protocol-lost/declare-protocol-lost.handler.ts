import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { PersonId } from '#platform/kernel';
import { MeetingStreams } from '../../streams/meeting.streams.js';
import { DeclareProtocolLost } from './declare-protocol-lost.command.js';

@CommandHandler(DeclareProtocolLost)
export class DeclareProtocolLostHandler implements ICommandHandler<DeclareProtocolLost> {
  constructor(private readonly meetings: MeetingStreams) {}

  execute({ meetingId, body, asker, context }: DeclareProtocolLost) {
    const by = asker.personId as PersonId;
    return this.meetings.run(meetingId, { type: 'DeclareProtocolLost', ...body, by, today: asker.today }, context);
  }
}
