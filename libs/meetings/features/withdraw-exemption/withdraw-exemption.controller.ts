import { Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Commanded, CommandRoute, SchoolYearInPath } from '#platform/http';
import { Month, UnitId, type SchoolYear } from '#platform/kernel';
import type { CommandContext } from '#platform/streams';
import { WithdrawExemption } from './withdraw-exemption.command.js';

@Controller('units')
export class WithdrawExemptionController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    method: 'delete',
    path: ':unitId/school-years/:schoolYear/exemptions/:month',
    right: 'month.exempt',
    of: 'unit',
    summary: 'Withdraw the exemption of a month.',
  })
  handle(
    @Param('unitId', { schema: UnitId }) unitId: UnitId,
    @Param('schoolYear', { schema: SchoolYearInPath }) schoolYear: SchoolYear,
    @Param('month', { schema: Month }) month: Month,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new WithdrawExemption(unitId, schoolYear, month, context));
  }
}
