import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Asker } from '#platform/identity';
import { monthOf, refuse, type CalendarDate, type SchoolYear } from '#platform/kernel';
import { monthKey } from '../../domain/year-plan/year-plan.js';
import { YearPlans, type UnitPlanState, type YearPlanState } from '../../facts/year-plans.js';
import { wholeRule, type ProposeForAllBody, type WantedRule } from './propose-school-year.dto.js';

/** Proposal of a plan by a rule for one unit. The query changes nothing. */
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
    readonly wanted: ProposeForAllBody,
    readonly asker: Asker,
  ) {
    super();
  }
}

@QueryHandler(ProposeSchoolYear)
export class ProposeSchoolYearHandler implements IQueryHandler<ProposeSchoolYear> {
  constructor(private readonly plans: YearPlans) {}

  async execute({ unitId, schoolYear, rule, asker: { tenant, today } }: ProposeSchoolYear) {
    const wish = { rule: wholeRule(rule), ruleOf: new Map(), choices: new Map(), only: [unitId] };
    const plans = await this.plans.of(tenant, schoolYear, wish, today);
    const unit = plans.units.find((it) => it.facts.unit.unitId === unitId);
    if (!unit) return refuse('NOT_FOUND');
    const answer = answerOf([unit], plans, today);
    return { schoolYear, ...answer.units[0]!, ...answer.names };
  }
}

@QueryHandler(ProposeForAll)
export class ProposeForAllHandler implements IQueryHandler<ProposeForAll> {
  constructor(private readonly plans: YearPlans) {}

  async execute({ schoolYear, wanted, asker: { tenant, today } }: ProposeForAll) {
    const wish = {
      rule: wanted.rule,
      ruleOf: new Map(wanted.rules.map(({ unitId, ...rule }) => [unitId, rule])),
      choices: new Map(wanted.choices.map(({ unitId, month, ...when }) => [monthKey(unitId, month), when])),
    };
    const plans = await this.plans.of(tenant, schoolYear, wish, today);
    const { units, names } = answerOf(plans.units, plans, today);
    const months = [...new Set(plans.units.flatMap(({ facts }) => facts.obligedMonths))].toSorted();
    return { schoolYear, months, units, ...names };
  }
}

function answerOf(wanted: readonly UnitPlanState[], { plan, people, services }: YearPlanState, today: CalendarDate) {
  const proposed = Map.groupBy(plan.months, ({ unitId }) => unitId);
  const collidesAs = new Map(plan.decided.map((it) => [it.key, it]));
  const units = wanted.map(({ facts, hostUnitId, meetings, exempt, cancelled, rule, place }) => ({
    unitId: facts.unit.unitId,
    name: facts.unit.name,
    kind: facts.unit.kind,
    area: facts.unit.area,
    obliged: facts.obligedMonths.length > 0,
    hostUnitId,
    rule,
    place,
    exempt,
    decided: meetings.map(({ meetingId, day, startsAt, state, revision }) => {
      // Past months cannot be planned again.
      const { collisions = [], alternative = null } = (day > today && collidesAs.get(meetingId)) || {};
      return {
        meetingId,
        month: monthOf(day),
        on: day,
        startsAt,
        state,
        collisions,
        alternative,
        revision: String(revision),
      };
    }),
    proposed: (proposed.get(facts.unit.unitId) ?? []).map(({ unitId: _, ...month }) => ({
      ...month,
      whyAway: month.why === 'by-rule' ? null : facts.whyAway(month.ruleDay),
      wasCancelled: cancelled.includes(month.month),
    })),
  }));
  const named = new Set(
    units
      .flatMap((unit) => [...unit.proposed, ...unit.decided])
      .flatMap(({ collisions }) => collisions.flatMap((it) => (it.kind === 'person' ? it.personId : []))),
  );
  const names = {
    people: [...named].flatMap((personId) => {
      const person = people.get(personId);
      return person ? { personId, name: person.name } : [];
    }),
    services: services.map(({ serviceId, name, capacity, meetingsPerWeek }) => ({
      serviceId,
      name,
      capacity: Number.isFinite(capacity) ? capacity : null,
      isSet: meetingsPerWeek !== null,
    })),
  };
  return { units, names };
}
