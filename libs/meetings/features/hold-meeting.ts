import { Body, Controller, Param } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { CalendarDate, MeetingId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import type { MeetingRule } from '../domain/meeting/meeting.decider.js';
import { MeetingStreams } from '../streams/meeting.streams.js';

export const HoldMeetingBody = z.strictObject({
  heldOn: CalendarDate.describe('Today or earlier.'),
});
export type HoldMeetingBody = z.infer<typeof HoldMeetingBody>;

/** Reports the meeting as held; filing its protocol does so too. */
export class HoldMeeting extends Command<Outcome<MeetingRule>> {
  constructor(
    readonly meetingId: MeetingId,
    readonly body: HoldMeetingBody,
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(HoldMeeting)
export class HoldMeetingHandler implements ICommandHandler<HoldMeeting> {
  constructor(private readonly meetings: MeetingStreams) {}

  execute({ meetingId, body, asker, context }: HoldMeeting) {
    return this.meetings.run(meetingId, { type: 'HoldMeeting', ...body, today: asker.today }, context);
  }
}

@Controller('meetings')
export class HoldMeetingController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    path: ':meetingId/held',
    right: 'meeting.plan',
    of: 'meeting',
    summary: 'Say that a meeting was held, and on which day.',
  })
  handle(
    @Param('meetingId', { schema: MeetingId }) meetingId: MeetingId,
    @Body({ schema: HoldMeetingBody }) body: HoldMeetingBody,
    @Asked() asker: Asker,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new HoldMeeting(meetingId, body, asker, context));
  }
}
