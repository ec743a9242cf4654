import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ProblemError } from '#platform/http';
import { may } from '#platform/identity';
import { schoolYearOf, stableId, type MeetingId } from '#platform/kernel';
import { UnitCalendars } from '../../facts/unit-calendars.js';
import { MeetingStreams } from '../../streams/meeting.streams.js';
import { PlanMeeting } from './plan-meeting.command.js';

@CommandHandler(PlanMeeting)
export class PlanMeetingHandler implements ICommandHandler<PlanMeeting> {
  constructor(
    private readonly meetings: MeetingStreams,
    private readonly calendars: UnitCalendars,
  ) {}

  async execute({ body, asker, context }: PlanMeeting) {
    // The guard knows subjects from the path only; whose table this will be stands in the body. Who hosts, decides.
    if (!may(asker, 'meeting.plan', { unitIds: body.unitIds.slice(0, 1) })) throw new ProblemError('forbidden');
    const meetingId = stableId(context.commandId, 'meeting') as MeetingId;
    const facts = await this.calendars.dayFacts(context.municipality, body.unitIds, body.on);
    const schoolYear = schoolYearOf(body.on);
    return this.meetings.run(meetingId, { type: 'PlanMeeting', meetingId, schoolYear, ...body, facts }, context);
  }
}
