import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import { CalendarDate, Month, TimeOfDay, UnitId, type SchoolYear } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import { PlanRule } from '../../contract/school-year.events.js';
import type { SchoolYearRule } from '../../domain/school-year/school-year.decider.js';

export const PlanSchoolYearsBody = z.strictObject({
  units: z
    .array(
      z.strictObject({
        unitId: UnitId,
        rule: PlanRule,
        place: z.string().trim().min(1).max(200).nullable().default(null),
        meetings: z
          .array(z.strictObject({ month: Month, on: CalendarDate, startsAt: TimeOfDay }))
          .min(1)
          .max(12),
      }),
    )
    .min(1)
    .max(2000)
    .describe('The days that were shown, unit by unit: all that is to be decided, and nothing else.'),
});
export type PlanSchoolYearsBody = z.infer<typeof PlanSchoolYearsBody>;

/** Result of each unit's plan. */
export interface PlannedUnit {
  readonly unitId: UnitId;
  readonly outcome: Outcome<SchoolYearRule>;
}

/**
 * Decides the meetings of many units at once: one decision per unit, each on its own stream, accepted or refused
 * separately.
 */
export class PlanSchoolYears extends Command<readonly PlannedUnit[]> {
  constructor(
    readonly schoolYear: SchoolYear,
    readonly body: PlanSchoolYearsBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
