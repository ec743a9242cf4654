import { Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Commanded, CommandRoute } from '#platform/http';
import { UnitId } from '#platform/kernel';
import type { CommandContext } from '#platform/streams';
import { WithdrawUnitClosure } from './withdraw-unit-closure.command.js';

@Controller('units')
export class WithdrawUnitClosureController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    method: 'delete',
    path: ':unitId/closure',
    right: 'registry.manage',
    summary: 'Take back a closure that has not begun.',
  })
  handle(@Param('unitId', { schema: UnitId }) unitId: UnitId, @Commanded() context: CommandContext) {
    return this.commands.execute(new WithdrawUnitClosure(unitId, context));
  }
}
