import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { PersonStreams } from '../../streams/registry.streams.js';
import { readPhone } from '../phone-text.js';
import { SetPhone } from './set-phone.command.js';

@CommandHandler(SetPhone)
export class SetPhoneHandler implements ICommandHandler<SetPhone> {
  constructor(private readonly people: PersonStreams) {}

  execute({ personId, body, context }: SetPhone) {
    return this.people.run(personId, { type: 'SetPhone', phone: readPhone(body.phone ?? '') ?? null }, context);
  }
}
