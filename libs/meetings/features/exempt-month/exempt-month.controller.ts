import { Body, Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Commanded, CommandRoute, SchoolYearInPath } from '#platform/http';
import { UnitId, type SchoolYear } from '#platform/kernel';
import type { CommandContext } from '#platform/streams';
import { ExemptMonth, ExemptMonthBody } from './exempt-month.command.js';

@Controller('units')
export class ExemptMonthController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    path: ':unitId/school-years/:schoolYear/exemptions',
    right: 'month.exempt',
    of: 'unit',
    summary: 'Let a unit off one month, with a reason that everyone sees.',
  })
  handle(
    @Param('unitId', { schema: UnitId }) unitId: UnitId,
    @Param('schoolYear', { schema: SchoolYearInPath }) schoolYear: SchoolYear,
    @Body({ schema: ExemptMonthBody }) body: ExemptMonthBody,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new ExemptMonth(unitId, schoolYear, body, context));
  }
}
