import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import { Month, type SchoolYear, type UnitId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import type { SchoolYearRule } from '../../domain/school-year/school-year.decider.js';

export const ExemptMonthBody = z.strictObject({
  month: Month,
  reason: z.string().trim().min(1).max(500).describe('Shown on the board.'),
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
