import { Controller, Body, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Commanded, CommandRoute } from '#platform/http';
import { PersonId } from '#platform/kernel';
import { z } from 'zod';
import type { CommandContext } from '#platform/streams';
import { EndRole, EndRoleBody } from './end-role.command.js';

@Controller('people')
export class EndRoleController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    method: 'put',
    path: ':personId/roles/:roleId/end',
    right: 'registry.manage',
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
