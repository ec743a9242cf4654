import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { isRefused, refuse } from '#platform/kernel';
import type { PlanSchoolYear as Decide, WantedMeeting } from '../../domain/school-year/school-year.commands.js';
import { schoolYear as year } from '../../domain/school-year/school-year.decider.js';
import type { SchoolYearPlan } from '../../domain/school-year/school-year.state.js';
import { PlanFacts } from '../../facts/plan-facts.js';
import { UnitDiary } from '../../facts/unit-diary.js';
import { MeetingHours } from '../../streams/meeting-hours.js';
import { MeetingStreams } from '../../streams/meeting.streams.js';
import { SchoolYearStreams, schoolYearId } from '../../streams/school-year.streams.js';
import { PlanSchoolYear } from './plan-school-year.command.js';

@CommandHandler(PlanSchoolYear)
export class PlanSchoolYearHandler implements ICommandHandler<PlanSchoolYear> {
  constructor(
    private readonly schoolYears: SchoolYearStreams,
    private readonly meetings: MeetingStreams,
    private readonly hours: MeetingHours,
    private readonly facts: PlanFacts,
    private readonly diary: UnitDiary,
  ) {}

  async execute({ unitId, schoolYear, body, context }: PlanSchoolYear) {
    const { rule, place, force, months, meetings: own = [] } = body;
    const facts = await this.facts.of(context.municipality, unitId, schoolYear);
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
    const { state } = await this.schoolYears.load(schoolYearId(unitId, schoolYear), context.municipality);
    const busyDays = await this.diary.busyDays(context.municipality, [unitId, ...guests], meetings);
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
      cancelledIds: await this.cancelledIn(context.municipality, state, meetings),
      freeHours: await this.hours.freeHours(context.municipality, state.booked, meetings),
    };
    const planned = guests.length > 0 ? plannedBy(command, state) : [];
    const refusal = await this.hours.bookForGuests(guests, schoolYear, planned, context);
    if (refusal) return refusal;
    const outcome = await this.schoolYears.run(schoolYearId(unitId, schoolYear), command, context);
    if (isRefused(outcome)) await this.hours.releaseForGuests(guests, schoolYear, planned, context);
    return outcome;
  }

  private async cancelledIn(
    municipality: string,
    { planned }: SchoolYearPlan,
    wanted: readonly WantedMeeting[],
  ): Promise<readonly string[]> {
    const decided = wanted.flatMap(({ month }) => planned[month] ?? []);
    const loaded = await Promise.all(decided.map((id) => this.meetings.load(id, municipality)));
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
