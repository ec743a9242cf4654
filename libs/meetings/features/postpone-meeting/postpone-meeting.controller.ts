import { Body, Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { MeetingId } from '#platform/kernel';
import type { CommandContext } from '#platform/streams';
import { PostponeMeeting, PostponeMeetingBody } from './postpone-meeting.command.js';

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
