import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import { CalendarDate, Month, TimeOfDay, type SchoolYear, type UnitId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import { PlanRule } from '../../contract/school-year.events.js';
import type { SchoolYearRule } from '../../domain/school-year/school-year.decider.js';

export const PlanSchoolYearBody = z.strictObject({
  rule: PlanRule,
  place: z.string().trim().min(1).max(200).nullable().default(null),
  months: z.array(Month).min(1).max(12).optional().describe('Only these months; left out: every mandatory month.'),
  meetings: z
    .array(z.strictObject({ month: Month, on: CalendarDate, startsAt: TimeOfDay.optional() }))
    .min(1)
    .max(12)
    .optional()
    .describe('Days of one’s own, in place of what the rule gives for their months.'),
  force: z.boolean().default(false).describe('Meet on days that are no working days all the same.'),
});
export type PlanSchoolYearBody = z.infer<typeof PlanSchoolYearBody>;

/** Decides a unit’s meetings of a school year by a rule: all months, some, or on other days. */
export class PlanSchoolYear extends Command<Outcome<SchoolYearRule>> {
  constructor(
    readonly unitId: UnitId,
    readonly schoolYear: SchoolYear,
    readonly body: PlanSchoolYearBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
