import { Controller, Body } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Commanded, CommandRoute } from '#platform/http';
import type { CommandContext } from '#platform/streams';
import { RegisterService, RegisterServiceBody } from './register-service.command.js';

@Controller('services')
export class RegisterServiceController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({ right: 'registry.manage', summary: 'Register a support service.' })
  handle(@Body({ schema: RegisterServiceBody }) body: RegisterServiceBody, @Commanded() context: CommandContext) {
    return this.commands.execute(new RegisterService(body, context));
  }
}
