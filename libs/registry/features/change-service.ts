import { Controller, Body, Param } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Commanded, CommandRoute } from '#platform/http';
import { ServiceUnitId, ServiceId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import { ServiceKind } from '../contract/index.js';
import { LONGEST } from '../contract/limits/index.js';
import type { ServiceRule } from '../domain/service/service.decider.js';
import { ServiceStreams, ServiceUnitStreams } from '../streams/registry.streams.js';
import { filledText } from './plain-text.js';

export const ChangeServiceBody = z.object({
  name: filledText(LONGEST.name).describe('Name of the service.'),
  kind: ServiceKind.describe('What kind of support service it is.'),
  serviceUnitId: ServiceUnitId.nullable().describe('The service unit that leads it, if any.'),
});
export type ChangeServiceBody = z.infer<typeof ChangeServiceBody>;

/** Changes the service. */
export class ChangeService extends Command<Outcome<ServiceRule>> {
  constructor(
    readonly serviceId: ServiceId,
    readonly body: ChangeServiceBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ChangeService)
export class ChangeServiceHandler implements ICommandHandler<ChangeService> {
  constructor(
    private readonly services: ServiceStreams,
    private readonly serviceUnits: ServiceUnitStreams,
  ) {}

  async execute({ serviceId, body, context }: ChangeService) {
    const { serviceUnitId } = body;
    const serviceUnitIsOpen =
      serviceUnitId === null || (await this.serviceUnits.isOpenOn(serviceUnitId, context.tenant));
    return this.services.run(serviceId, { type: 'ChangeService', details: body, serviceUnitIsOpen }, context);
  }
}

@Controller('services')
export class ChangeServiceController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    method: 'put',
    path: ':serviceId',
    right: 'registry.manage',
    summary: 'Change the name, kind or leading service unit of a support service.',
  })
  handle(
    @Param('serviceId', { schema: ServiceId }) serviceId: ServiceId,
    @Body({ schema: ChangeServiceBody }) body: ChangeServiceBody,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new ChangeService(serviceId, body, context));
  }
}
