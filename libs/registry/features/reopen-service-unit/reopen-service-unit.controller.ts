import { Controller, Body, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Commanded, CommandRoute } from '#platform/http';
import { ServiceUnitId } from '#platform/kernel';
import type { CommandContext } from '#platform/streams';
import { ReopenServiceUnit, ReopenServiceUnitBody } from './reopen-service-unit.command.js';

@Controller('service-units')
export class ReopenServiceUnitController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    method: 'put',
    path: ':serviceUnitId/reopening',
    right: 'registry.manage',
    summary: 'Open a closed service unit again.',
  })
  handle(
    @Param('serviceUnitId', { schema: ServiceUnitId }) serviceUnitId: ServiceUnitId,
    @Body({ schema: ReopenServiceUnitBody }) body: ReopenServiceUnitBody,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new ReopenServiceUnit(serviceUnitId, body, context));
  }
}
