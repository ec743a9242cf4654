import { Controller, Body, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Commanded, CommandRoute } from '#platform/http';
import { ServiceUnitId } from '#platform/kernel';
import type { CommandContext } from '#platform/streams';
import { RenameServiceUnit, RenameServiceUnitBody } from './rename-service-unit.command.js';

@Controller('service-units')
export class RenameServiceUnitController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    method: 'put',
    path: ':serviceUnitId',
    right: 'registry.manage',
    summary: 'Rename a unit that leads support services.',
  })
  handle(
    @Param('serviceUnitId', { schema: ServiceUnitId }) serviceUnitId: ServiceUnitId,
    @Body({ schema: RenameServiceUnitBody }) body: RenameServiceUnitBody,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new RenameServiceUnit(serviceUnitId, body, context));
  }
}
