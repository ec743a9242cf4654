import { Body, Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Commanded, CommandRoute, SchoolYearInPath } from '#platform/http';
import { UnitId, type SchoolYear } from '#platform/kernel';
import type { CommandContext } from '#platform/streams';
import { PlanSchoolYear, PlanSchoolYearBody } from './plan-school-year.command.js';

@Controller('units')
export class PlanSchoolYearController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    path: ':unitId/school-years/:schoolYear/plan',
    right: 'meeting.plan',
    of: 'unit',
    summary:
      'Decide a unit’s meetings of a school year; months already planned or exempt are left as they are, and 409 where that is all of them and the days differ; a month whose meeting was cancelled is planned anew when it is named.',
  })
  handle(
    @Param('unitId', { schema: UnitId }) unitId: UnitId,
    @Param('schoolYear', { schema: SchoolYearInPath }) schoolYear: SchoolYear,
    @Body({ schema: PlanSchoolYearBody }) body: PlanSchoolYearBody,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new PlanSchoolYear(unitId, schoolYear, body, context));
  }
}
