import { Controller, Body, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Commanded, CommandRoute } from '#platform/http';
import { UnitId } from '#platform/kernel';
import type { CommandContext } from '#platform/streams';
import { ChangeUnitDetails, ChangeUnitDetailsBody } from './change-unit-details.command.js';

@Controller('units')
export class ChangeUnitDetailsController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    method: 'put',
    path: ':unitId',
    right: 'registry.manage',
    summary: 'Change the name, kind, ownership, size or area of a unit.',
  })
  handle(
    @Param('unitId', { schema: UnitId }) unitId: UnitId,
    @Body({ schema: ChangeUnitDetailsBody }) body: ChangeUnitDetailsBody,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new ChangeUnitDetails(unitId, body, context));
  }
}
