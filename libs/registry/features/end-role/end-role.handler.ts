import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Directory, type HeldRole } from '../../contract/index.js';
import { PersonStreams } from '../../streams/registry.streams.js';
import { EndRole } from './end-role.command.js';

@CommandHandler(EndRole)
export class EndRoleHandler implements ICommandHandler<EndRole> {
  constructor(
    private readonly people: PersonStreams,
    private readonly directory: Directory,
  ) {}

  async execute({ personId, roleId, body, context }: EndRole) {
    const everyone = await this.directory.people(context.municipality);
    const ids = everyone
      .filter((person) => person.personId !== personId && person.roles.some(isCoordinator))
      .map((person) => person.personId);
    // Their streams, not the register: it may not have heard yet that one of them has ended the role.
    const others = await Promise.all(ids.map((id) => this.people.load(id, context.municipality)));
    const heldByOthers = others.flatMap(({ state }) =>
      state.status === 'registered' ? state.roles.filter(isCoordinator) : [],
    );
    return this.people.run(personId, { type: 'EndRole', roleId, ...body, heldByOthers }, context);
  }
}

const isCoordinator = ({ role }: Pick<HeldRole, 'role'>) => role === 'coordinator';
