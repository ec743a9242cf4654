import type { CalendarDate } from '#platform/kernel';
import { BY_TIME_AND_UNIT, type Indicator } from '../indicator.js';
import { CURRENT_MONTHS, MONTHS_WITHOUT_OBLIGATION } from '../left-out-months.js';
import { monthCase } from '../month-case.js';
import { unitMonths } from '../unit-months.js';

export const indicator: Indicator = {
  id: 5,
  version: 1,
  since: '2026-11-30' as CalendarDate,
  group: 'compliance',
  name: { nb: 'Fritaksandel', nn: 'Fritaksdel', en: 'Share of exempt months' },
  explanation: {
    nb: 'Andelen av enhetsmånedene som er over, der koordinator har gitt fritak og enheten ikke har hatt møte.',
    nn: 'Delen av einingsmånadene som er over, der koordinatoren har gitt fritak og eininga ikkje har hatt møte.',
    en: 'The share of the unit-months that are over which the coordinator has exempted and in which the unit has not met.',
  },
  numerator: {
    nb: 'fritatte enhetsmåneder uten møte',
    nn: 'fritekne einingsmånader utan møte',
    en: 'exempt unit-months without a meeting',
  },
  denominator: {
    nb: 'enhetsmåneder som er over, der enheten skulle møtes, fritatte medregnet',
    nn: 'einingsmånader som er over, der eininga skulle møtast, fritekne medrekna',
    en: 'unit-months that are over in which the unit was obliged to meet, exempt ones included',
  },
  exclusions: {
    nb: 'Måneden vi er i, er ikke med. En fritatt måned med møte telles som holdt.',
    nn: 'Månaden vi er i, er ikkje med. Ein friteken månad med møte tel som halden.',
    en: 'The current month is left out. An exempt month with a meeting counts as held.',
  },
  leftOut: [CURRENT_MONTHS, MONTHS_WITHOUT_OBLIGATION],
  unit: 'per-cent',
  better: 'lower',
  measure: 'share',
  counted: 'organisation',
  by: BY_TIME_AND_UNIT,
  reads: ['meetings'],
  additive: true,
  cases: (facts, period) =>
    unitMonths(facts, period)
      .filter(({ isOver }) => isOver)
      .map((unitMonth) => ({ ...monthCase(unitMonth), counts: unitMonth.isExempt })),
};
