import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { PersonStreams } from '../../streams/registry.streams.js';
import { ChangePerson } from './change-person.command.js';

@CommandHandler(ChangePerson)
export class ChangePersonHandler implements ICommandHandler<ChangePerson> {
  constructor(private readonly people: PersonStreams) {}

  execute({ personId, body, context }: ChangePerson) {
    return this.people.run(personId, { type: 'ChangePerson', ...body }, context);
  }
}
