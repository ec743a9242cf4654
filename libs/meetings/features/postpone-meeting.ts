import { Body, Controller, Param } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { CalendarDate, TimeOfDay, MeetingId, requiredText } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import { LONGEST } from '../contract/limits/index.js';
import type { MeetingRule } from '../domain/meeting/meeting.decider.js';
import { UnitCalendars } from '../facts/unit-calendars.js';
import { UnitMeetings } from '../facts/unit-meetings.js';
import { MeetingHours } from '../streams/meeting-hours.js';
import { MeetingStreams } from '../streams/meeting.streams.js';

export const PostponeMeetingBody = z.strictObject({
  on: CalendarDate,
  startsAt: TimeOfDay,
  reason: requiredText(LONGEST.reason).describe('Why; told to those called.'),
  force: z.boolean().default(false).describe('Meet on a day that is no working day all the same.'),
});
export type PostponeMeetingBody = z.infer<typeof PostponeMeetingBody>;

/** Another day after the notice, with the reason for those called. */
export class PostponeMeeting extends Command<Outcome<MeetingRule>> {
  constructor(
    readonly meetingId: MeetingId,
    readonly body: PostponeMeetingBody,
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(PostponeMeeting)
export class PostponeMeetingHandler implements ICommandHandler<PostponeMeeting> {
  constructor(
    private readonly meetings: MeetingStreams,
    private readonly hours: MeetingHours,
    private readonly calendars: UnitCalendars,
    private readonly diary: UnitMeetings,
  ) {}

  async execute({ meetingId, body, context }: PostponeMeeting) {
    const { state } = await this.meetings.load(meetingId, context.tenant, context.reads);
    const unitIds = state.status === 'unplanned' ? [] : state.unitIds;
    const busyUnitIds = await this.diary.busyUnits(context.tenant, unitIds, body, meetingId);
    const day = await this.calendars.dayFacts(context.tenant, unitIds, body.on);
    const facts = { ...day, busyUnitIds };
    return this.hours.run(meetingId, { type: 'PostponeMeeting', ...body, facts }, context);
  }
}

@Controller('meetings')
export class PostponeMeetingController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    path: ':meetingId/postponement',
    right: 'meeting.plan',
    of: 'meeting',
    summary: 'Postpone a meeting after people were called.',
  })
  handle(
    @Param('meetingId', { schema: MeetingId }) meetingId: MeetingId,
    @Body({ schema: PostponeMeetingBody }) body: PostponeMeetingBody,
    @Asked() asker: Asker,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new PostponeMeeting(meetingId, body, asker, context));
  }
}
