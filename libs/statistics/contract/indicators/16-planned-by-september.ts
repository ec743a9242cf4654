import {
  firstDayOfSchoolYear,
  lastDayOfSchoolYear,
  monthOf,
  monthsOf,
  schoolYearOf,
  type CalendarDate,
  type Month,
} from '#platform/kernel';
import { holdingOn, hostOn } from '#registry/contract';
import type { UnitFact } from '../facts.js';
import type { Case, Indicator } from '../indicator.js';
import type { KnownFacts } from '../known-facts.js';
import { monthsIn, type Period } from '../period.js';
import { obligedIn } from '../unit-months.js';

export const indicator: Indicator = {
  id: 16,
  version: 1,
  since: '2026-11-30' as CalendarDate,
  group: 'compliance',
  name: { nb: 'Møteplan klar', nn: 'Møteplan klar', en: 'Meeting plan ready' },
  explanation: {
    nb: 'Andelen av enhetene som 1. september hadde planlagt et møte i hver måned de skal møtes i skoleåret.',
    nn: 'Delen av einingane som 1. september hadde planlagt eit møte i kvar månad dei skal møtast i skuleåret.',
    en: 'The share of the units that by 1 September had planned a meeting in every month of the school year in which they are obliged to meet.',
  },
  numerator: {
    nb: 'enheter med full plan 1. september',
    nn: 'einingar med full plan 1. september',
    en: 'units with a full plan by 1 September',
  },
  denominator: {
    nb: 'enheter som skal møtes i skoleåret',
    nn: 'einingar som skal møtast i skuleåret',
    en: 'units obliged to meet in the school year',
  },
  exclusions: {
    nb: 'Fritatte måneder uten møte er ikke med. Perioden må ha 1. september i seg.',
    nn: 'Fritekne månader utan møte er ikkje med. Perioden må ha 1. september i seg.',
    en: 'Exempt months without a meeting are left out. The period must include 1 September.',
  },
  unit: 'per-cent',
  better: 'higher',
  measure: 'share',
  counted: 'organisation',
  by: ['school-year', 'unit', 'unit-kind', 'area'],
  reads: ['meetings'],
  additive: true,
  meetingsOf: (period) => {
    const years = septembersIn(period).map(schoolYearOf);
    if (years.length === 0) return period;
    return { from: firstDayOfSchoolYear(years[0]!), to: lastDayOfSchoolYear(years.at(-1)!) };
  },
  cases: (facts, period) =>
    septembersIn(period)
      .filter((day) => day <= facts.today)
      .flatMap((day) => plansOn(facts, day)),
};

const septembersIn = (period: Period): readonly CalendarDate[] =>
  monthsIn(period)
    .filter((month) => month.endsWith('-09'))
    .map((month) => `${month}-01` as CalendarDate);

/** Each unit that is obliged in the school year, by the plan that stood on 1 September. */
function plansOn(facts: KnownFacts, september: CalendarDate): readonly Case[] {
  const obliged = monthsOf(schoolYearOf(september))
    .flatMap((month) => obligedIn(facts, month))
    .filter(({ isExempt }) => !isExempt);
  const planned = new Map<string, CalendarDate[]>();
  for (const { unitIds, plans } of facts.meetings) {
    const on = holdingOn(plans, september)?.on;
    if (!on) continue;
    for (const unitId of unitIds) {
      const key = `${monthOf(on)} ${unitId}`;
      const days = planned.get(key);
      if (days) days.push(on);
      else planned.set(key, [on]);
    }
  }
  // As a meeting counts that was held: at home, or at the unit's host of the day (`countsFor`).
  const isPlanned = ({ unitId, hosts }: UnitFact, month: Month) =>
    planned.has(`${month} ${unitId}`) ||
    hosts.some(
      ({ hostUnitId }) =>
        hostUnitId !== null &&
        planned.get(`${month} ${hostUnitId}`)?.some((day) => hostOn({ hosts }, day) === hostUnitId),
    );
  return [...Map.groupBy(obliged, ({ unit }) => unit)].map(([unit, months]) => ({
    subject: { kind: 'unit', id: unit.unitId },
    on: september,
    unitIds: [unit.unitId],
    counts: months.every(({ month }) => isPlanned(unit, month)),
  }));
}
