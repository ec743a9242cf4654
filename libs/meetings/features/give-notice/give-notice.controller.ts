import { Body, Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { MeetingId } from '#platform/kernel';
import type { CommandContext } from '#platform/streams';
import { GiveNotice, GiveNoticeBody } from './give-notice.command.js';

@Controller('meetings')
export class GiveNoticeController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    path: ':meetingId/notice',
    right: 'meeting.plan',
    of: 'meeting',
    summary: 'Call people to a meeting.',
  })
  handle(
    @Param('meetingId', { schema: MeetingId }) meetingId: MeetingId,
    @Body({ schema: GiveNoticeBody }) body: GiveNoticeBody,
    @Asked() asker: Asker,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new GiveNotice(meetingId, body, asker, context));
  }
}
