import { Body, Controller, Param } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { Asked, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { MeetingId } from '#platform/kernel';
import { Presence, PresenceBody } from '../drafts/editors/editors.dto.js';
import { Editors } from '../drafts/editors/editors.js';

/** Notifies the other writers of a draft of one's position. Not stored. */
export class TellPresence extends Command<Presence> {
  constructor(
    readonly meetingId: MeetingId,
    readonly field: string | null,
    readonly asker: Asker,
  ) {
    super();
  }
}

@CommandHandler(TellPresence)
export class TellPresenceHandler implements ICommandHandler<TellPresence> {
  constructor(private readonly editors: Editors) {}

  execute({ meetingId, field, asker: { tenant, personId } }: TellPresence) {
    return this.editors.at({ tenant, meetingId }, personId, field);
  }
}

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
