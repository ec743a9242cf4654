import { Controller, Body } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Commanded, CommandRoute } from '#platform/http';
import type { CommandContext } from '#platform/streams';
import { RegisterUnit, RegisterUnitBody } from './register-unit.command.js';

@Controller('units')
export class RegisterUnitController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({ right: 'registry.manage', summary: 'Register a school or kindergarten.' })
  handle(@Body({ schema: RegisterUnitBody }) body: RegisterUnitBody, @Commanded() context: CommandContext) {
    return this.commands.execute(new RegisterUnit(body, context));
  }
}
