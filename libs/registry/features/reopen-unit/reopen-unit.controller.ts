import { Controller, Body, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Commanded, CommandRoute } from '#platform/http';
import { UnitId } from '#platform/kernel';
import type { CommandContext } from '#platform/streams';
import { ReopenUnit, ReopenUnitBody } from './reopen-unit.command.js';

@Controller('units')
export class ReopenUnitController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    method: 'put',
    path: ':unitId/reopening',
    right: 'registry.manage',
    summary: 'Open a closed unit again.',
  })
  handle(
    @Param('unitId', { schema: UnitId }) unitId: UnitId,
    @Body({ schema: ReopenUnitBody }) body: ReopenUnitBody,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new ReopenUnit(unitId, body, context));
  }
}
