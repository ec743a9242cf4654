import { Controller, Body } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Commanded, CommandRoute } from '#platform/http';
import { ServiceUnitId, stableId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import { LONGEST } from '../contract/limits/index.js';
import type { ServiceUnitRule } from '../domain/service-unit/service-unit.decider.js';
import { ServiceUnitStreams } from '../streams/registry.streams.js';
import { filledText } from './plain-text.js';

export const RegisterServiceUnitBody = z.object({
  name: filledText(LONGEST.name).describe('Name of the service unit (virksomhet).'),
});
export type RegisterServiceUnitBody = z.infer<typeof RegisterServiceUnitBody>;

/** Registers a service unit. */
export class RegisterServiceUnit extends Command<Outcome<ServiceUnitRule>> {
  constructor(
    readonly body: RegisterServiceUnitBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RegisterServiceUnit)
export class RegisterServiceUnitHandler implements ICommandHandler<RegisterServiceUnit> {
  constructor(private readonly serviceUnits: ServiceUnitStreams) {}

  execute({ body, context }: RegisterServiceUnit) {
    const serviceUnitId = ServiceUnitId.parse(stableId(context.commandId, 'service-unit'));
    return this.serviceUnits.run(serviceUnitId, { type: 'RegisterServiceUnit', serviceUnitId, ...body }, context);
  }
}

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
