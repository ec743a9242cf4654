import { Body, Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { MeetingId } from '#platform/kernel';
import type { CommandContext } from '#platform/streams';
import { HoldMeeting, HoldMeetingBody } from './hold-meeting.command.js';

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
