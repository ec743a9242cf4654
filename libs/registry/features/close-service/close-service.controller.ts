import { Controller, Body, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Commanded, CommandRoute } from '#platform/http';
import { ServiceId } from '#platform/kernel';
import type { CommandContext } from '#platform/streams';
import { CloseService, CloseServiceBody } from './close-service.command.js';

@Controller('services')
export class CloseServiceController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    method: 'put',
    path: ':serviceId/closure',
    right: 'registry.manage',
    summary: 'Close a support service; its history stays.',
  })
  handle(
    @Param('serviceId', { schema: ServiceId }) serviceId: ServiceId,
    @Body({ schema: CloseServiceBody }) body: CloseServiceBody,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new CloseService(serviceId, body, context));
  }
}
