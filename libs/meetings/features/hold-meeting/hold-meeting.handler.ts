import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { MeetingStreams } from '../../streams/meeting.streams.js';
import { HoldMeeting } from './hold-meeting.command.js';

@CommandHandler(HoldMeeting)
export class HoldMeetingHandler implements ICommandHandler<HoldMeeting> {
  constructor(private readonly meetings: MeetingStreams) {}

  execute({ meetingId, body, asker, context }: HoldMeeting) {
    return this.meetings.run(meetingId, { type: 'HoldMeeting', ...body, today: asker.today }, context);
  }
}
