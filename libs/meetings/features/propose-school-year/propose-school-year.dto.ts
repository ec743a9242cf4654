import { z } from 'zod';
import { CalendarDate, MeetingId, Month, TimeOfDay, UnitId } from '#platform/kernel';
import { UnitKind } from '#registry/contract';
import { PlanRule } from '../../contract/school-year.events.js';
import { MeetingState } from '../../read-models/meeting-register/meeting.dto.js';

export const WantedRule = z.object({
  nth: z.coerce
    .number()
    .pipe(z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(-1)]))
    .optional()
    .describe(
      'Which such weekday of the month; -1 is the last. Left out, as the two others: as the unit met the year before.',
    ),
  weekday: z.coerce.number().int().min(1).max(5).optional().describe('1 is Monday.'),
  startsAt: TimeOfDay.optional(),
});
export type WantedRule = z.infer<typeof WantedRule>;

/** Null unless all three parts are given: each unit as it met the year before. */
export const wholeRule = (wanted: WantedRule): PlanRule | null => PlanRule.safeParse(wanted).data ?? null;

/** A day and hour chosen instead of what the rule gives. */
const Choice = z.strictObject({ unitId: UnitId, month: Month, on: CalendarDate, startsAt: TimeOfDay });
export const ProposeForAllBody = z.strictObject({
  rule: PlanRule.nullable().default(null).describe('For all units; null: each as it met the year before.'),
  rules: z
    .array(PlanRule.extend({ unitId: UnitId }))
    .max(2000)
    .default([])
    .describe('Of single units, in place of that.'),
  choices: z.array(Choice).max(5000).default([]),
});
export type ProposeForAllBody = z.infer<typeof ProposeForAllBody>;

const DayAndTime = z.object({ on: CalendarDate, startsAt: TimeOfDay });
export const CollisionAnswer = z.discriminatedUnion('kind', [
  DayAndTime.extend({ kind: z.literal('person'), personId: z.string(), unitId: z.string() }),
  DayAndTime.extend({ kind: z.literal('unit'), unitId: z.string() }),
  z.object({
    kind: z.literal('service'),
    serviceId: z.string(),
    week: CalendarDate.describe('Its Monday.'),
    wanted: z.int(),
    capacity: z.int(),
  }),
  z.object({ kind: z.literal('free-day'), on: CalendarDate }),
]);
const Collides = z.object({
  collisions: z.array(CollisionAnswer),
  alternative: DayAndTime.nullable().describe('A day and hour of the same month where nothing stands in the way.'),
});
const Why = z.object({
  kind: z.enum(['weekend', 'holiday', 'closed', 'unit-not-open']),
  reason: z.string().nullable().describe('In the words of the calendar.'),
});

const Proposed = Collides.extend({
  month: Month,
  on: CalendarDate.nullable(),
  startsAt: TimeOfDay,
  ruleDay: CalendarDate,
  why: z.enum(['by-rule', 'rule-day-is-free', 'month-has-no-working-day', 'chosen']),
  whyAway: Why.nullable().describe('Why nobody is at work on the day that the rule gives.'),
  wasCancelled: z.boolean().describe('The month had a meeting that was cancelled.'),
});
const Decided = Collides.extend({
  meetingId: MeetingId,
  month: Month,
  on: CalendarDate,
  startsAt: TimeOfDay,
  state: MeetingState,
  revision: z.string().describe('For `If-Match` when it is moved.'),
});
const UnitProposal = z.object({
  unitId: UnitId,
  name: z.string(),
  kind: UnitKind,
  area: z.string().nullable(),
  obliged: z.boolean().describe('It, or one that meets at its table, must meet in some month of the school year.'),
  hostUnitId: UnitId.nullable().describe('It meets at this unit’s table, and is not planned by itself.'),
  rule: PlanRule,
  place: z.string().nullable().describe('Where it met the year before.'),
  decided: z.array(Decided).describe('Left as they are.'),
  exempt: z.array(z.object({ month: Month, reason: z.string() })).describe('Left as they are.'),
  proposed: z.array(Proposed),
});
const Names = z.object({
  /** Those whom collisions name. */
  people: z.array(z.object({ personId: z.string(), name: z.string() })),
  services: z.array(
    z.object({
      serviceId: z.string(),
      name: z.string(),
      capacity: z.int().nullable().describe('Meetings a week; null: no limit is known.'),
      isSet: z.boolean().describe('False where it is counted from the number of members.'),
    }),
  ),
});
export const ProposalAnswer = UnitProposal.extend({ schoolYear: z.int() }).extend(Names.shape);
/** Every unit of the municipality, which are no more than it has: the page shows them all, and collisions cross them. */
export const ProposalsAnswer = Names.extend({
  schoolYear: z.int(),
  months: z.array(Month),
  units: z.array(UnitProposal),
});
