import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Asker } from '#platform/identity';
import { firstDayOfSchoolYear, refuse, type CalendarDate, type SchoolYear } from '#platform/kernel';
import { hostOn, type UnitDto } from '#registry/contract';
import type { ProposedDate } from '../../domain/school-year/propose-dates.js';
import { PlanFacts, type UnitPlanFacts } from '../../facts/plan-facts.js';
import { MeetingLists } from '../../read-models/meeting-register/meeting-lists.js';
import { SchoolYearStreams, schoolYearId } from '../../streams/school-year.streams.js';
import type { WantedRule, WantedRuleForAll } from './propose-school-year.dto.js';
import { Tables } from './tables.js';

/** What a plan by the rule would be for one unit. Nothing is decided by asking. */
export class ProposeSchoolYear extends Query<object> {
  constructor(
    readonly unitId: string,
    readonly schoolYear: SchoolYear,
    readonly rule: WantedRule,
    readonly asker: Asker,
  ) {
    super();
  }
}
/** The same for every unit at once, where nobody can be asked to sit at two tables at the same hour. */
export class ProposeForAll extends Query<object> {
  constructor(
    readonly schoolYear: SchoolYear,
    readonly wanted: WantedRuleForAll,
    readonly asker: Asker,
  ) {
    super();
  }
}

@QueryHandler(ProposeSchoolYear)
export class ProposeSchoolYearHandler implements IQueryHandler<ProposeSchoolYear> {
  constructor(
    private readonly facts: PlanFacts,
    private readonly schoolYears: SchoolYearStreams,
    private readonly meetings: MeetingLists,
  ) {}

  async execute({ unitId, schoolYear, rule, asker: { municipality } }: ProposeSchoolYear) {
    const [all, planned] = await Promise.all([
      this.facts.ofAll(municipality, schoolYear),
      this.meetings.ofYear(municipality, schoolYear),
    ]);
    const mine = all.find(({ unit }) => unit.unitId === unitId);
    if (!mine) return refuse('NOT_FOUND');
    const { state } = await this.schoolYears.load(schoolYearId(unitId, schoolYear), municipality);
    const tables = new Tables(all.map(({ unit }) => unit));
    for (const meeting of planned) tables.set(meeting.unitIds, meeting.day, meeting.startsAt);
    return answer(mine, schoolYear, rule, Object.keys(state.planned), Object.keys(state.exempt), tables);
  }
}

@QueryHandler(ProposeForAll)
export class ProposeForAllHandler implements IQueryHandler<ProposeForAll> {
  constructor(
    private readonly facts: PlanFacts,
    private readonly meetings: MeetingLists,
  ) {}

  async execute({ schoolYear, wanted: { page, size, ...rule }, asker: { municipality } }: ProposeForAll) {
    const [all, planned, months] = await Promise.all([
      this.facts.ofAll(municipality, schoolYear),
      this.meetings.ofYear(municipality, schoolYear),
      this.meetings.monthsOf(municipality, schoolYear),
    ]);
    const tables = new Tables(all.map(({ unit }) => unit));
    for (const meeting of planned) tables.set(meeting.unitIds, meeting.day, meeting.startsAt);
    const proposals = all.map((facts) => {
      const own = months.filter(({ unitId }) => unitId === facts.unit.unitId);
      const decided = own.filter(({ meetings }) => meetings.length > 0).map(({ month }) => month);
      const exempt = own.filter(({ exemptReason }) => exemptReason !== null).map(({ month }) => month);
      const proposal = answer(facts, schoolYear, rule, decided, exempt, tables);
      for (const { on } of proposal.proposed)
        if (on !== null) tables.set([facts.unit.unitId, ...facts.guests([on])], on, rule.startsAt);
      return proposal;
    });
    return {
      items: proposals.slice((page - 1) * size, page * size),
      total: proposals.length,
      page,
      size,
      collisions: proposals.flatMap(({ proposed }) => proposed).filter(({ collisions }) => collisions.length > 0)
        .length,
    };
  }
}

function answer(
  facts: UnitPlanFacts,
  schoolYear: SchoolYear,
  rule: WantedRule,
  planned: readonly string[],
  exempt: readonly string[],
  tables: Tables,
) {
  const { unit, mandatoryMonths } = facts;
  const left = mandatoryMonths.filter((month) => !planned.includes(month) && !exempt.includes(month));
  const hostUnitId = hostOf(unit, schoolYear);
  const collisionsOn = (day: CalendarDate) => tables.takenBy([unit.unitId, ...facts.guests([day])], day, rule.startsAt);
  const proposed: readonly ProposedDate[] = hostUnitId === null ? facts.propose(rule, left, collisionsOn) : [];
  return { unitId: unit.unitId, name: unit.name, schoolYear, hostUnitId, planned, exempt, proposed };
}

const hostOf = (unit: UnitDto, schoolYear: SchoolYear) => hostOn(unit, firstDayOfSchoolYear(schoolYear));
