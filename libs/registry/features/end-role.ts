import { Controller, Body, Param } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Commanded, CommandRoute } from '#platform/http';
import { CalendarDate, PersonId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import { type PersonRule } from '../domain/person/person.decider.js';
import { EndingRoles } from '../streams/ending-roles.js';

export const EndRoleBody = z.object({ on: CalendarDate.describe('The last day of the role.') });
export type EndRoleBody = z.infer<typeof EndRoleBody>;

/** Sets the last day of a role. */
export class EndRole extends Command<Outcome<PersonRule>> {
  constructor(
    readonly personId: PersonId,
    readonly roleId: string,
    readonly body: EndRoleBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(EndRole)
export class EndRoleHandler implements ICommandHandler<EndRole> {
  constructor(private readonly ending: EndingRoles) {}

  execute({ personId, roleId, body: { on }, context }: EndRole) {
    return this.ending.run(personId, on, (heldByOthers) => ({ type: 'EndRole', roleId, on, heldByOthers }), context);
  }
}

@Controller('people')
export class EndRoleController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    method: 'put',
    path: ':personId/roles/:roleId/end',
    right: 'registry.manage',
    needsConfirmation: true,
    summary: 'Set the last day of a role.',
  })
  handle(
    @Param('personId', { schema: PersonId }) personId: PersonId,
    @Param('roleId', { schema: z.uuid() }) roleId: string,
    @Body({ schema: EndRoleBody }) body: EndRoleBody,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new EndRole(personId, roleId, body, context));
  }
}
