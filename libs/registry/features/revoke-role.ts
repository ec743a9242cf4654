import { Controller, Inject, Param } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Commanded, CommandRoute } from '#platform/http';
import { CLOCK, dayOf, PersonId, type Clock } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import { lastDayOfRevoked } from '../contract/index.js';
import { type PersonRule } from '../domain/person/person.decider.js';
import { EndingRoles } from '../streams/ending-roles.js';

/** Ends a role at this moment: the person's next request is refused what the role allowed. */
export class RevokeRole extends Command<Outcome<PersonRule>> {
  constructor(
    readonly personId: PersonId,
    readonly roleId: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RevokeRole)
export class RevokeRoleHandler implements ICommandHandler<RevokeRole> {
  constructor(
    private readonly ending: EndingRoles,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute({ personId, roleId, context }: RevokeRole) {
    const today = dayOf(this.clock.now());
    return this.ending.run(
      personId,
      lastDayOfRevoked(today),
      (heldByOthers) => ({ type: 'RevokeRole', roleId, today, heldByOthers }),
      context,
    );
  }
}

@Controller('people')
export class RevokeRoleController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    method: 'put',
    path: ':personId/roles/:roleId/revoked',
    right: 'registry.manage',
    needsConfirmation: true,
    summary: 'End a role at this moment.',
  })
  handle(
    @Param('personId', { schema: PersonId }) personId: PersonId,
    @Param('roleId', { schema: z.uuid() }) roleId: string,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new RevokeRole(personId, roleId, context));
  }
}
