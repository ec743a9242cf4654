import { Body, Controller, Param } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Commanded, CommandRoute, SchoolYearInPath } from '#platform/http';
import { Month, type SchoolYear, UnitId, requiredText } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import { LONGEST } from '../contract/limits/index.js';
import type { SchoolYearRule } from '../domain/school-year/school-year.decider.js';
import { SchoolYearStreams, schoolYearId } from '../streams/school-year.streams.js';

export const ExemptMonthBody = z.strictObject({
  month: Month,
  reason: requiredText(LONGEST.reason).describe('Shown on the board.'),
});
export type ExemptMonthBody = z.infer<typeof ExemptMonthBody>;

/** The coordinator exempts the unit from one month (fritak); the reason is shown to everyone. */
export class ExemptMonth extends Command<Outcome<SchoolYearRule>> {
  constructor(
    readonly unitId: UnitId,
    readonly schoolYear: SchoolYear,
    readonly body: ExemptMonthBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ExemptMonth)
export class ExemptMonthHandler implements ICommandHandler<ExemptMonth> {
  constructor(private readonly schoolYears: SchoolYearStreams) {}

  execute({ unitId, schoolYear, body, context }: ExemptMonth) {
    return this.schoolYears.run(
      schoolYearId(unitId, schoolYear),
      { type: 'ExemptMonth', unitId, schoolYear, ...body },
      context,
    );
  }
}

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
