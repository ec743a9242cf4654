import { Controller, Body } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Commanded, CommandRoute } from '#platform/http';
import type { CommandContext } from '#platform/streams';
import { RegisterServiceUnit, RegisterServiceUnitBody } from './register-service-unit.command.js';

@Controller('service-units')
export class RegisterServiceUnitController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({ right: 'registry.manage', summary: 'Register a unit that leads support services.' })
  handle(
    @Body({ schema: RegisterServiceUnitBody }) body: RegisterServiceUnitBody,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new RegisterServiceUnit(body, context));
  }
}
