import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { PersonStreams } from '../../streams/registry.streams.js';
import { EndRole } from './end-role.command.js';

@CommandHandler(EndRole)
export class EndRoleHandler implements ICommandHandler<EndRole> {
  constructor(private readonly people: PersonStreams) {}

  execute({ personId, roleId, body, context }: EndRole) {
    return this.people.run(personId, { type: 'EndRole', roleId, ...body }, context);
  }
}
