import { Controller, Body, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { ServiceId, UnitId } from '#platform/kernel';
import type { CommandContext } from '#platform/streams';
import { AssignService, AssignServiceBody } from './assign-service.command.js';

@Controller('units')
export class AssignServiceController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    method: 'put',
    path: ':unitId/services/:serviceId',
    right: 'registry.manage',
    summary: 'Let a support service serve a unit, with its contact and whether it must attend.',
  })
  handle(
    @Param('unitId', { schema: UnitId }) unitId: UnitId,
    @Param('serviceId', { schema: ServiceId }) serviceId: ServiceId,
    @Body({ schema: AssignServiceBody }) body: AssignServiceBody,
    @Commanded() context: CommandContext,
    @Asked() asker: Asker,
  ) {
    return this.commands.execute(new AssignService(unitId, serviceId, body, context, asker.today));
  }
}
