import { Command } from '@nestjs/cqrs';
import type { Month, SchoolYear, UnitId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import type { SchoolYearRule } from '../../domain/school-year/school-year.decider.js';

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
