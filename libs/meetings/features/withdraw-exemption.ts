import { Controller, Param } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { Commanded, CommandRoute, SchoolYearInPath } from '#platform/http';
import { Month, type SchoolYear, UnitId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import type { SchoolYearRule } from '../domain/school-year/school-year.decider.js';
import { SchoolYearStreams, schoolYearId } from '../streams/school-year.streams.js';

/** Withdraws the exemption: the unit must meet in the month. */
export class WithdrawExemption extends Command<Outcome<SchoolYearRule>> {
  constructor(
    readonly unitId: UnitId,
    readonly schoolYear: SchoolYear,
    readonly month: Month,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(WithdrawExemption)
export class WithdrawExemptionHandler implements ICommandHandler<WithdrawExemption> {
  constructor(private readonly schoolYears: SchoolYearStreams) {}

  execute({ unitId, schoolYear, month, context }: WithdrawExemption) {
    return this.schoolYears.run(
      schoolYearId(unitId, schoolYear),
      { type: 'WithdrawExemption', unitId, schoolYear, month },
      context,
    );
  }
}

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
