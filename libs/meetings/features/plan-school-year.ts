import { Body, Controller, Param } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Commanded, CommandRoute, SchoolYearInPath } from '#platform/http';
import {
  CalendarDate,
  Month,
  TimeOfDay,
  type SchoolYear,
  UnitId,
  isRefused,
  refuse,
  requiredText,
} from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import { LONGEST } from '../contract/limits/index.js';
import { PlanRule } from '../contract/school-year.events.js';
import type { PlanSchoolYear as Decide, WantedMeeting } from '../domain/school-year/school-year.commands.js';
import { type SchoolYearRule, schoolYear as year } from '../domain/school-year/school-year.decider.js';
import type { SchoolYearPlan } from '../domain/school-year/school-year.state.js';
import { PlanFacts } from '../facts/plan-facts.js';
import { UnitMeetings } from '../facts/unit-meetings.js';
import { MeetingHours } from '../streams/meeting-hours.js';
import { MeetingStreams } from '../streams/meeting.streams.js';
import { SchoolYearStreams, schoolYearId } from '../streams/school-year.streams.js';

export const PlanSchoolYearBody = z.strictObject({
  rule: PlanRule,
  place: requiredText(LONGEST.place).nullable().default(null),
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

@CommandHandler(PlanSchoolYear)
export class PlanSchoolYearHandler implements ICommandHandler<PlanSchoolYear> {
  constructor(
    private readonly schoolYears: SchoolYearStreams,
    private readonly meetings: MeetingStreams,
    private readonly hours: MeetingHours,
    private readonly facts: PlanFacts,
    private readonly diary: UnitMeetings,
  ) {}

  async execute({ unitId, schoolYear, body, context }: PlanSchoolYear) {
    const { rule, place, force, months, meetings: own = [] } = body;
    const facts = await this.facts.of(context.tenant, unitId, schoolYear);
    if (!facts) return refuse('NOT_FOUND');
    const named = own.map(({ month, on, startsAt = rule.startsAt }) => ({ month, on, startsAt, named: true }));
    // Days alone are the whole plan; with months as well, the rule gives the months without a day.
    const byRule = months ?? (own.length > 0 ? [] : facts.obligedMonths);
    const proposed = facts
      .propose(
        rule,
        byRule.filter((month) => !own.some((it) => it.month === month)),
      )
      .flatMap(({ month, on }) =>
        on === null ? [] : [{ month, on, startsAt: rule.startsAt, named: months !== undefined }],
      );
    const meetings = [...named, ...proposed];
    const days = meetings.map(({ on }) => on);
    const first = days.toSorted()[0];
    const guests = first === undefined ? [] : facts.guestsOn(first);
    const { state } = await this.schoolYears.load(schoolYearId(unitId, schoolYear), context.tenant);
    const busyDays = await this.diary.busyDays(context.tenant, [unitId, ...guests], meetings);
    const command: Decide = {
      type: 'PlanSchoolYear',
      unitId,
      schoolYear,
      rule,
      place,
      jointUnitIds: guests,
      meetings,
      force,
      facts: { ...facts.about(days), busyDays },
      cancelledIds: await this.cancelledIn(context.tenant, state, meetings),
      freeHours: await this.hours.freeHours(context.tenant, state.booked, meetings),
    };
    const planned = guests.length > 0 ? plannedBy(command, state) : [];
    const refusal = await this.hours.bookForGuests(guests, schoolYear, planned, context);
    if (refusal) return refusal;
    const outcome = await this.schoolYears.run(schoolYearId(unitId, schoolYear), command, context);
    if (isRefused(outcome)) await this.hours.releaseForGuests(guests, schoolYear, planned, context);
    return outcome;
  }

  private async cancelledIn(
    tenant: string,
    { planned }: SchoolYearPlan,
    wanted: readonly WantedMeeting[],
  ): Promise<readonly string[]> {
    const decided = wanted.flatMap(({ month }) => planned[month] ?? []);
    const loaded = await Promise.all(decided.map((id) => this.meetings.load(id, tenant)));
    return decided.filter((_, i) => loaded[i]!.state.status === 'cancelled');
  }
}

/** The meetings that the year would get as it stands; none where the plan is refused anyway, or is a repeat. */
function plannedBy(command: Decide, state: SchoolYearPlan) {
  const decided = year.decide(command, state);
  return isRefused(decided)
    ? []
    : decided.flatMap((event) => (event.type === 'meetings.SchoolYearPlanned' ? event.data.meetings : []));
}

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
