import { Body, Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { MeetingId } from '#platform/kernel';
import type { CommandContext } from '#platform/streams';
import { CorrectProtocol, CorrectProtocolBody } from './correct-protocol.command.js';

@Controller('meetings')
export class CorrectProtocolController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    path: ':meetingId/corrections',
    right: 'protocol.file',
    of: 'meeting',
    summary: 'Correct a filed protocol: a new version with a reason; the earlier one stays readable.',
  })
  handle(
    @Param('meetingId', { schema: MeetingId }) meetingId: MeetingId,
    @Body({ schema: CorrectProtocolBody }) body: CorrectProtocolBody,
    @Asked() asker: Asker,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new CorrectProtocol(meetingId, body, asker, context));
  }
}
