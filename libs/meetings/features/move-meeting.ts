import { Body, Controller, Param } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import { type Asker, scopeOf } from '#platform/identity';
import { CalendarDate, TimeOfDay, MeetingId, requiredText } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import { LONGEST } from '../contract/limits/index.js';
import type { MeetingRule } from '../domain/meeting/meeting.decider.js';
import { UnitCalendars } from '../facts/unit-calendars.js';
import { UnitMeetings } from '../facts/unit-meetings.js';
import { MeetingHours } from '../streams/meeting-hours.js';
import { MeetingStreams } from '../streams/meeting.streams.js';

export const MoveMeetingBody = z.strictObject({
  on: CalendarDate,
  startsAt: TimeOfDay,
  place: requiredText(LONGEST.place).nullable().optional().describe('Left as it is when not given.'),
  reason: requiredText(LONGEST.reason).nullable().default(null),
  force: z.boolean().default(false).describe('Meet on a day that is no working day all the same.'),
});
export type MoveMeetingBody = z.infer<typeof MoveMeetingBody>;

/** Another day, hour or place before the notice; within the month for the unit, within the school year for the coordinator. */
export class MoveMeeting extends Command<Outcome<MeetingRule>> {
  constructor(
    readonly meetingId: MeetingId,
    readonly body: MoveMeetingBody,
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(MoveMeeting)
export class MoveMeetingHandler implements ICommandHandler<MoveMeeting> {
  constructor(
    private readonly meetings: MeetingStreams,
    private readonly hours: MeetingHours,
    private readonly calendars: UnitCalendars,
    private readonly diary: UnitMeetings,
  ) {}

  async execute({ meetingId, body, asker, context }: MoveMeeting) {
    const { state } = await this.meetings.load(meetingId, context.tenant, context.reads);
    const unitIds = state.status === 'unplanned' ? [] : state.unitIds;
    const busyUnitIds = await this.diary.busyUnits(context.tenant, unitIds, body, meetingId);
    const day = await this.calendars.dayFacts(context.tenant, unitIds, body.on);
    const facts = { ...day, busyUnitIds };
    const place = body.place === undefined ? (state.status === 'unplanned' ? null : state.place) : body.place;
    const outOfMonth = scopeOf(asker, 'meeting.plan').all;
    return this.hours.run(meetingId, { type: 'MoveMeeting', ...body, place, outOfMonth, facts }, context);
  }
}

@Controller('meetings')
export class MoveMeetingController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    path: ':meetingId/move',
    right: 'meeting.plan',
    of: 'meeting',
    summary: 'Move a meeting to another day, hour or place before anyone is called.',
  })
  handle(
    @Param('meetingId', { schema: MeetingId }) meetingId: MeetingId,
    @Body({ schema: MoveMeetingBody }) body: MoveMeetingBody,
    @Asked() asker: Asker,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new MoveMeeting(meetingId, body, asker, context));
  }
}
