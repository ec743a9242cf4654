import { z } from 'zod';
import { Paging, pageOf } from '#platform/http';
import { CalendarDate, Month, TimeOfDay, UnitId } from '#platform/kernel';

export const WantedRule = z.object({
  nth: z.coerce
    .number()
    .pipe(z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(-1)]))
    .default(2)
    .describe('Which such weekday of the month; -1 is the last.'),
  weekday: z.coerce.number().int().min(1).max(5).default(2).describe('1 is Monday.'),
  startsAt: TimeOfDay.default('12:30' as TimeOfDay),
});
export type WantedRule = z.infer<typeof WantedRule>;
export const WantedRuleForAll = WantedRule.extend(Paging.shape);
export type WantedRuleForAll = z.infer<typeof WantedRuleForAll>;

const Proposed = z.object({
  month: Month,
  on: CalendarDate.nullable(),
  ruleDay: CalendarDate,
  why: z.enum(['by-rule', 'rule-day-is-free', 'month-has-no-working-day']),
  collisions: z.array(z.string()).describe('People who sit at another table at that hour.'),
  alternative: CalendarDate.nullable(),
});
export const ProposalAnswer = z.object({
  unitId: UnitId,
  name: z.string(),
  schoolYear: z.int(),
  hostUnitId: UnitId.nullable().describe('It meets at this unit’s table, and is not planned by itself.'),
  planned: z.array(Month).describe('Left as they are.'),
  exempt: z.array(Month).describe('Left as they are.'),
  proposed: z.array(Proposed),
});
export const ProposalPage = pageOf(ProposalAnswer).extend({ collisions: z.int() });
