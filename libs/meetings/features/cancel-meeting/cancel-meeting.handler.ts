import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { MeetingStreams } from '../../streams/meeting.streams.js';
import { CancelMeeting } from './cancel-meeting.command.js';

@CommandHandler(CancelMeeting)
export class CancelMeetingHandler implements ICommandHandler<CancelMeeting> {
  constructor(private readonly meetings: MeetingStreams) {}

  execute({ meetingId, body, context }: CancelMeeting) {
    return this.meetings.run(meetingId, { type: 'CancelMeeting', ...body }, context);
  }
}
