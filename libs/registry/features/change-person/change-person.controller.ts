import { Controller, Body, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Commanded, CommandRoute } from '#platform/http';
import { PersonId } from '#platform/kernel';
import type { CommandContext } from '#platform/streams';
import { ChangePerson, ChangePersonBody } from './change-person.command.js';

@Controller('people')
export class ChangePersonController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    method: 'put',
    path: ':personId',
    right: 'registry.manage',
    summary: 'Change the name, address or title of a person.',
  })
  handle(
    @Param('personId', { schema: PersonId }) personId: PersonId,
    @Body({ schema: ChangePersonBody }) body: ChangePersonBody,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new ChangePerson(personId, body, context));
  }
}
