import { Controller, Body, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Commanded, CommandRoute } from '#platform/http';
import { ServiceUnitId } from '#platform/kernel';
import type { CommandContext } from '#platform/streams';
import { CloseServiceUnit, CloseServiceUnitBody } from './close-service-unit.command.js';

@Controller('service-units')
export class CloseServiceUnitController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    method: 'put',
    path: ':serviceUnitId/closure',
    right: 'registry.manage',
    summary: 'Close a unit that no longer leads any support service.',
  })
  handle(
    @Param('serviceUnitId', { schema: ServiceUnitId }) serviceUnitId: ServiceUnitId,
    @Body({ schema: CloseServiceUnitBody }) body: CloseServiceUnitBody,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new CloseServiceUnit(serviceUnitId, body, context));
  }
}
