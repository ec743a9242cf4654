import { Body, Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Asked, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { MeetingId } from '#platform/kernel';
import { Presence, PresenceBody } from '../../drafts/editors/editors.dto.js';
import { TellPresence } from './tell-presence.command.js';

@Controller('meetings')
export class TellPresenceController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    path: ':meetingId/draft/presence',
    right: 'protocol.write',
    of: 'meeting',
    summary: 'Say which field of the draft one is in; whoever is not heard of for half a minute is gone.',
    answer: Presence,
  })
  handle(
    @Param('meetingId', { schema: MeetingId }) meetingId: MeetingId,
    @Body({ schema: PresenceBody }) { field }: PresenceBody,
    @Asked() asker: Asker,
  ) {
    return this.commands.execute(new TellPresence(meetingId, field, asker));
  }
}
