import type { CalendarDate } from '#platform/kernel';
import type { Indicator } from '../indicator.js';
import { EXEMPT_MONTHS, MONTHS_WITHOUT_OBLIGATION } from '../left-out-months.js';
import { monthCase } from '../month-case.js';
import { unitMonths } from '../unit-months.js';

export const indicator: Indicator = {
  id: 1,
  version: 1,
  since: '2026-11-30' as CalendarDate,
  group: 'compliance',
  name: { nb: 'Møtedekning så langt', nn: 'Møtedekning så langt', en: 'Meeting coverage so far' },
  explanation: {
    nb: 'Andelen av enhetene som skal møtes i måneden, som har hatt minst ett møte. Måneden vi er i, telles med.',
    nn: 'Delen av einingane som skal møtast i månaden, som har hatt minst eitt møte. Månaden vi er i, er med.',
    en: 'The share of the units obliged to meet in the month that have met. The current month is included.',
  },
  numerator: {
    nb: 'enheter med minst ett møte i måneden',
    nn: 'einingar med minst eitt møte i månaden',
    en: 'units with at least one meeting in the month',
  },
  denominator: {
    nb: 'enheter som skal møtes i måneden',
    nn: 'einingar som skal møtast i månaden',
    en: 'units obliged to meet in the month',
  },
  exclusions: {
    nb: 'Fritatte måneder uten møte er ikke med. En fritatt måned med møte telles som holdt.',
    nn: 'Fritekne månader utan møte er ikkje med. Ein friteken månad med møte tel som halden.',
    en: 'Exempt months without a meeting are left out. An exempt month with a meeting counts as held.',
  },
  leftOut: [EXEMPT_MONTHS, MONTHS_WITHOUT_OBLIGATION],
  unit: 'per-cent',
  better: 'higher',
  measure: 'share',
  counted: 'organisation',
  by: ['month', 'half-year', 'school-year', 'unit', 'unit-kind', 'area'],
  reads: ['meetings'],
  additive: true,
  besides: 17,
  cases: (facts, period) =>
    unitMonths(facts, period)
      .filter(({ isExempt }) => !isExempt)
      .map(monthCase),
};
