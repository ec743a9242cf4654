import type { CalendarDate } from '#platform/kernel';
import type { Indicator } from '../indicator.js';
import { CURRENT_MONTHS, EXEMPT_MONTHS_OVER, MONTHS_WITHOUT_OBLIGATION } from '../left-out-months.js';
import { monthCase } from '../month-case.js';
import { obligedUnitMonths } from '../unit-months.js';

export const indicator: Indicator = {
  id: 2,
  version: 1,
  since: '2026-11-30' as CalendarDate,
  group: 'compliance',
  name: {
    nb: 'Møtedekning hittil',
    nn: 'Møtedekning hittil',
    en: 'Meeting coverage to date',
  },
  explanation: {
    nb: 'Andelen av enhetsmånedene som er over, der enheten har hatt minst ett møte.',
    nn: 'Delen av einingsmånadene som er over, der eininga har hatt minst eitt møte.',
    en: 'The share of the unit-months that are over in which the unit has met at least once.',
  },
  numerator: {
    nb: 'enhetsmåneder med minst ett møte',
    nn: 'einingsmånader med minst eitt møte',
    en: 'unit-months with at least one meeting',
  },
  denominator: {
    nb: 'enhetsmåneder som er over, der enheten skulle møtes',
    nn: 'einingsmånader som er over, der eininga skulle møtast',
    en: 'unit-months that are over, in which the unit was obliged to meet',
  },
  exclusions: {
    nb: 'Måneden vi er i, og fritatte måneder uten møte er ikke med.',
    nn: 'Månaden vi er i, og fritekne månader utan møte er ikkje med.',
    en: 'The current month and exempt months without a meeting are left out.',
  },
  leftOut: [EXEMPT_MONTHS_OVER, CURRENT_MONTHS, MONTHS_WITHOUT_OBLIGATION],
  unit: 'per-cent',
  better: 'higher',
  measure: 'share',
  counted: 'organisation',
  by: ['month', 'half-year', 'school-year', 'unit', 'unit-kind', 'area'],
  reads: ['meetings'],
  additive: true,
  besides: 17,
  cases: (facts, period) => obligedUnitMonths(facts, period).map(monthCase),
};
