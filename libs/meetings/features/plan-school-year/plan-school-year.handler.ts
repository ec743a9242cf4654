import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { refuse } from '#platform/kernel';
import { PlanFacts } from '../../facts/plan-facts.js';
import { SchoolYearStreams, schoolYearId } from '../../streams/school-year.streams.js';
import { PlanSchoolYear } from './plan-school-year.command.js';

@CommandHandler(PlanSchoolYear)
export class PlanSchoolYearHandler implements ICommandHandler<PlanSchoolYear> {
  constructor(
    private readonly schoolYears: SchoolYearStreams,
    private readonly facts: PlanFacts,
  ) {}

  async execute({ unitId, schoolYear, body, context }: PlanSchoolYear) {
    const { rule, place, force, months, meetings: own = [] } = body;
    const facts = await this.facts.of(context.municipality, unitId, schoolYear);
    if (!facts) return refuse('NOT_FOUND');
    const named = own.map(({ month, on, startsAt = rule.startsAt }) => ({ month, on, startsAt, named: true }));
    // Days of one's own alone are the whole wish; with months as well, the rule gives the months that have none.
    const byRule = months ?? (own.length > 0 ? [] : facts.mandatoryMonths);
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
    return this.schoolYears.run(
      schoolYearId(unitId, schoolYear),
      {
        type: 'PlanSchoolYear',
        unitId,
        schoolYear,
        rule,
        place,
        jointUnitIds: facts.guests(days),
        meetings,
        force,
        facts: facts.about(days),
      },
      context,
    );
  }
}
