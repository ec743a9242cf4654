import { Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Commanded, CommandRoute } from '#platform/http';
import { ServiceId, UnitId } from '#platform/kernel';
import type { CommandContext } from '#platform/streams';
import { UnassignService } from './unassign-service.command.js';

@Controller('units')
export class UnassignServiceController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    method: 'delete',
    path: ':unitId/services/:serviceId',
    right: 'registry.manage',
    summary: 'End that a support service serves a unit.',
  })
  handle(
    @Param('unitId', { schema: UnitId }) unitId: UnitId,
    @Param('serviceId', { schema: ServiceId }) serviceId: ServiceId,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new UnassignService(unitId, serviceId, context));
  }
}
