import { Body, Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { MeetingId } from '#platform/kernel';
import type { CommandContext } from '#platform/streams';
import { FileProtocol, FileProtocolBody } from './file-protocol.command.js';

@Controller('meetings')
export class FileProtocolController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    path: ':meetingId/protocol',
    right: 'protocol.file',
    of: 'meeting',
    summary:
      'File the protocol: the saved draft by its revision, or a whole one. Every reason why not is named at once.',
  })
  handle(
    @Param('meetingId', { schema: MeetingId }) meetingId: MeetingId,
    @Body({ schema: FileProtocolBody }) body: FileProtocolBody,
    @Asked() asker: Asker,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new FileProtocol(meetingId, body, asker, context));
  }
}
