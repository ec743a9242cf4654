import { Controller, Body, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Commanded, CommandRoute } from '#platform/http';
import { PersonId } from '#platform/kernel';
import type { CommandContext } from '#platform/streams';
import { GiveRole, GiveRoleBody } from './give-role.command.js';

@Controller('people')
export class GiveRoleController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({ path: ':personId/roles', right: 'registry.manage', summary: 'Give a person a role from a day on.' })
  handle(
    @Param('personId', { schema: PersonId }) personId: PersonId,
    @Body({ schema: GiveRoleBody }) body: GiveRoleBody,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new GiveRole(personId, body, context));
  }
}
