import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { UnitCalendars } from '../../facts/unit-calendars.js';
import { UnitDiary } from '../../facts/unit-diary.js';
import { MeetingHours } from '../../streams/meeting-hours.js';
import { MeetingStreams } from '../../streams/meeting.streams.js';
import { PostponeMeeting } from './postpone-meeting.command.js';

@CommandHandler(PostponeMeeting)
export class PostponeMeetingHandler implements ICommandHandler<PostponeMeeting> {
  constructor(
    private readonly meetings: MeetingStreams,
    private readonly hours: MeetingHours,
    private readonly calendars: UnitCalendars,
    private readonly diary: UnitDiary,
  ) {}

  async execute({ meetingId, body, context }: PostponeMeeting) {
    const { state } = await this.meetings.load(meetingId, context.municipality);
    const unitIds = state.status === 'unplanned' ? [] : state.unitIds;
    const busyUnitIds = await this.diary.busyUnits(context.municipality, unitIds, body, meetingId);
    const day = await this.calendars.dayFacts(context.municipality, unitIds, body.on);
    const facts = { ...day, busyUnitIds };
    return this.hours.run(meetingId, { type: 'PostponeMeeting', ...body, facts }, context);
  }
}
