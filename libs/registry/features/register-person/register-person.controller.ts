import { Controller, Body } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Commanded, CommandRoute } from '#platform/http';
import type { CommandContext } from '#platform/streams';
import { RegisterPerson, RegisterPersonBody } from './register-person.command.js';

@Controller('people')
export class RegisterPersonController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({ right: 'registry.manage', summary: 'Register a person at work in the municipality.' })
  handle(@Body({ schema: RegisterPersonBody }) body: RegisterPersonBody, @Commanded() context: CommandContext) {
    return this.commands.execute(new RegisterPerson(body, context));
  }
}
