import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { MeetingStreams } from '../../streams/meeting.streams.js';
import { RetractHeld } from './retract-held.command.js';

@CommandHandler(RetractHeld)
export class RetractHeldHandler implements ICommandHandler<RetractHeld> {
  constructor(private readonly meetings: MeetingStreams) {}

  execute({ meetingId, body, context }: RetractHeld) {
    return this.meetings.run(meetingId, { type: 'RetractHeld', ...body }, context);
  }
}
