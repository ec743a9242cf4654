import { Body, Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { MeetingId } from '#platform/kernel';
import type { CommandContext } from '#platform/streams';
import { CancelMeeting, CancelMeetingBody } from './cancel-meeting.command.js';

@Controller('meetings')
export class CancelMeetingController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    path: ':meetingId/cancellation',
    right: 'meeting.plan',
    of: 'meeting',
    summary: 'Cancel a meeting, with a reason.',
  })
  handle(
    @Param('meetingId', { schema: MeetingId }) meetingId: MeetingId,
    @Body({ schema: CancelMeetingBody }) body: CancelMeetingBody,
    @Asked() asker: Asker,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new CancelMeeting(meetingId, body, asker, context));
  }
}
