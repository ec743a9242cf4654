import { Controller, Body } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Commanded, CommandRoute } from '#platform/http';
import { ServiceUnitId, ServiceId, stableId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import { ServiceKind } from '../contract/index.js';
import { LONGEST } from '../contract/limits/index.js';
import type { ServiceRule } from '../domain/service/service.decider.js';
import { ServiceStreams, ServiceUnitStreams } from '../streams/registry.streams.js';
import { filledText } from './plain-text.js';

export const RegisterServiceBody = z.object({
  name: filledText(LONGEST.name).describe('Name of the service.'),
  kind: ServiceKind.describe('What kind of support service it is.'),
  serviceUnitId: ServiceUnitId.nullable().describe('The service unit that leads it, if any.'),
});
export type RegisterServiceBody = z.infer<typeof RegisterServiceBody>;

/** Registers a support service. */
export class RegisterService extends Command<Outcome<ServiceRule>> {
  constructor(
    readonly body: RegisterServiceBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RegisterService)
export class RegisterServiceHandler implements ICommandHandler<RegisterService> {
  constructor(
    private readonly services: ServiceStreams,
    private readonly serviceUnits: ServiceUnitStreams,
  ) {}

  async execute({ body, context }: RegisterService) {
    const { serviceUnitId } = body;
    const serviceId = ServiceId.parse(stableId(context.commandId, 'service'));
    const serviceUnitIsOpen =
      serviceUnitId === null || (await this.serviceUnits.isOpenOn(serviceUnitId, context.tenant));
    const command = { type: 'RegisterService', serviceId, details: body, serviceUnitIsOpen } as const;
    return this.services.run(serviceId, command, context);
  }
}

@Controller('services')
export class RegisterServiceController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({ right: 'registry.manage', summary: 'Register a support service.' })
  handle(@Body({ schema: RegisterServiceBody }) body: RegisterServiceBody, @Commanded() context: CommandContext) {
    return this.commands.execute(new RegisterService(body, context));
  }
}
