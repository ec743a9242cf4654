import { Body, Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { MeetingId } from '#platform/kernel';
import type { CommandContext } from '#platform/streams';
import { RetractHeld, RetractHeldBody } from './retract-held.command.js';

@Controller('meetings')
export class RetractHeldController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    path: ':meetingId/held-retraction',
    right: 'meeting.plan',
    of: 'meeting',
    summary: 'Take back that a meeting was held, with a reason; it stands again as before.',
  })
  handle(
    @Param('meetingId', { schema: MeetingId }) meetingId: MeetingId,
    @Body({ schema: RetractHeldBody }) body: RetractHeldBody,
    @Asked() asker: Asker,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new RetractHeld(meetingId, body, asker, context));
  }
}
