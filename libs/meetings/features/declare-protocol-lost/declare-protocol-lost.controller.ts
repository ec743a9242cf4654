import { Body, Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { MeetingId } from '#platform/kernel';
import type { CommandContext } from '#platform/streams';
import { DeclareProtocolLost, DeclareProtocolLostBody } from './declare-protocol-lost.command.js';

@Controller('meetings')
export class DeclareProtocolLostController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    path: ':meetingId/protocol-loss',
    right: 'protocol.declare-lost',
    of: 'meeting',
    summary:
      'Declare the protocol of a held meeting lost, with a reason: nobody is asked for it, and it may still be filed.',
  })
  handle(
    @Param('meetingId', { schema: MeetingId }) meetingId: MeetingId,
    @Body({ schema: DeclareProtocolLostBody }) body: DeclareProtocolLostBody,
    @Asked() asker: Asker,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new DeclareProtocolLost(meetingId, body, asker, context));
  }
}
