import { Body, Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Commanded, CommandRoute } from '#platform/http';
import { PersonId } from '#platform/kernel';
import type { CommandContext } from '#platform/streams';
import { SetPhone, SetPhoneBody } from './set-phone.command.js';

@Controller('people')
export class SetPhoneController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    method: 'put',
    path: ':personId/phone',
    right: 'registry.manage',
    summary: 'Set the telephone number of a person at work.',
  })
  handle(
    @Param('personId', { schema: PersonId }) personId: PersonId,
    @Body({ schema: SetPhoneBody }) body: SetPhoneBody,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new SetPhone(personId, body, context));
  }
}
