import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { PersonId, stableId } from '#platform/kernel';
import { PersonStreams } from '../../streams/registry.streams.js';
import { RegisterPerson } from './register-person.command.js';

@CommandHandler(RegisterPerson)
export class RegisterPersonHandler implements ICommandHandler<RegisterPerson> {
  constructor(private readonly people: PersonStreams) {}

  execute({ body, context }: RegisterPerson) {
    const personId = PersonId.parse(stableId(context.commandId, 'person'));
    return this.people.run(personId, { type: 'RegisterPerson', personId, ...body }, context);
  }
}
