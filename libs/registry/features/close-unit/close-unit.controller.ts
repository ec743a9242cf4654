import { Controller, Body, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Commanded, CommandRoute } from '#platform/http';
import { UnitId } from '#platform/kernel';
import type { CommandContext } from '#platform/streams';
import { CloseUnit, CloseUnitBody } from './close-unit.command.js';

@Controller('units')
export class CloseUnitController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    method: 'put',
    path: ':unitId/closure',
    right: 'registry.manage',
    summary: 'Close a unit; its history stays.',
  })
  handle(
    @Param('unitId', { schema: UnitId }) unitId: UnitId,
    @Body({ schema: CloseUnitBody }) body: CloseUnitBody,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new CloseUnit(unitId, body, context));
  }
}
