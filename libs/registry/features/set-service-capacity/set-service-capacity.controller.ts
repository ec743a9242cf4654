import { Body, Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Commanded, CommandRoute } from '#platform/http';
import { ServiceId } from '#platform/kernel';
import type { CommandContext } from '#platform/streams';
import { SetServiceCapacity, SetServiceCapacityBody } from './set-service-capacity.command.js';

@Controller('services')
export class SetServiceCapacityController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    method: 'put',
    path: ':serviceId/capacity',
    right: 'registry.manage',
    summary: 'Say how many meetings a week a support service can attend.',
  })
  handle(
    @Param('serviceId', { schema: ServiceId }) serviceId: ServiceId,
    @Body({ schema: SetServiceCapacityBody }) body: SetServiceCapacityBody,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new SetServiceCapacity(serviceId, body, context));
  }
}
