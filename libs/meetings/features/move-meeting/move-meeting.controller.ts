import { Body, Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { MeetingId } from '#platform/kernel';
import type { CommandContext } from '#platform/streams';
import { MoveMeeting, MoveMeetingBody } from './move-meeting.command.js';

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
