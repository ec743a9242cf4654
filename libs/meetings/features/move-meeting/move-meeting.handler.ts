import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { scopeOf } from '#platform/identity';
import { UnitCalendars } from '../../facts/unit-calendars.js';
import { UnitDiary } from '../../facts/unit-diary.js';
import { MeetingHours } from '../../streams/meeting-hours.js';
import { MeetingStreams } from '../../streams/meeting.streams.js';
import { MoveMeeting } from './move-meeting.command.js';

@CommandHandler(MoveMeeting)
export class MoveMeetingHandler implements ICommandHandler<MoveMeeting> {
  constructor(
    private readonly meetings: MeetingStreams,
    private readonly hours: MeetingHours,
    private readonly calendars: UnitCalendars,
    private readonly diary: UnitDiary,
  ) {}

  async execute({ meetingId, body, asker, context }: MoveMeeting) {
    const { state } = await this.meetings.load(meetingId, context.municipality);
    const unitIds = state.status === 'unplanned' ? [] : state.unitIds;
    const busyUnitIds = await this.diary.busyUnits(context.municipality, unitIds, body, meetingId);
    const day = await this.calendars.dayFacts(context.municipality, unitIds, body.on);
    const facts = { ...day, busyUnitIds };
    const place = body.place === undefined ? (state.status === 'unplanned' ? null : state.place) : body.place;
    const outOfMonth = scopeOf(asker, 'meeting.plan').all;
    return this.hours.run(meetingId, { type: 'MoveMeeting', ...body, place, outOfMonth, facts }, context);
  }
}
