import { Controller, Body, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Commanded, CommandRoute } from '#platform/http';
import { ServiceId } from '#platform/kernel';
import type { CommandContext } from '#platform/streams';
import { ReopenService, ReopenServiceBody } from './reopen-service.command.js';

@Controller('services')
export class ReopenServiceController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    method: 'put',
    path: ':serviceId/reopening',
    right: 'registry.manage',
    summary: 'Open a closed support service again.',
  })
  handle(
    @Param('serviceId', { schema: ServiceId }) serviceId: ServiceId,
    @Body({ schema: ReopenServiceBody }) body: ReopenServiceBody,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new ReopenService(serviceId, body, context));
  }
}
