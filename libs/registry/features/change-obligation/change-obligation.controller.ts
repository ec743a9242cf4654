import { Controller, Body, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Commanded, CommandRoute } from '#platform/http';
import { UnitId } from '#platform/kernel';
import type { CommandContext } from '#platform/streams';
import { ChangeObligation, ChangeObligationBody } from './change-obligation.command.js';

@Controller('units')
export class ChangeObligationController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    method: 'put',
    path: ':unitId/obligation',
    right: 'registry.manage',
    summary: 'Oblige a unit to meet every mandatory month, or exempt it with a reason.',
  })
  handle(
    @Param('unitId', { schema: UnitId }) unitId: UnitId,
    @Body({ schema: ChangeObligationBody }) body: ChangeObligationBody,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new ChangeObligation(unitId, body, context));
  }
}
