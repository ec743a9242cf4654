import { Controller, Body, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Commanded, CommandRoute } from '#platform/http';
import { ServiceId } from '#platform/kernel';
import type { CommandContext } from '#platform/streams';
import { ChangeService, ChangeServiceBody } from './change-service.command.js';

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
