import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Editors } from '../../drafts/editors/editors.js';
import { TellPresence } from './tell-presence.command.js';

@CommandHandler(TellPresence)
export class TellPresenceHandler implements ICommandHandler<TellPresence> {
  constructor(private readonly editors: Editors) {}

  execute({ meetingId, field, asker: { municipality, personId } }: TellPresence) {
    return this.editors.at({ municipality, meetingId }, personId, field);
  }
}
