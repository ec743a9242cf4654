import { lastDayOf, type CalendarDate } from '#platform/kernel';
import { BY_TIME_AND_UNIT, type Indicator } from '../indicator.js';
import { CURRENT_MONTHS, EXEMPT_MONTHS_OVER, MONTHS_WITHOUT_OBLIGATION } from '../left-out-months.js';
import { obligedMonthsByUnit } from '../unit-months.js';

export const indicator: Indicator = {
  id: 3,
  version: 1,
  since: '2026-11-30' as CalendarDate,
  group: 'compliance',
  name: { nb: 'Enheter med full dekning', nn: 'Einingar med full dekning', en: 'Units with full coverage' },
  explanation: {
    nb: 'Andelen av enhetene som har hatt minst ett møte i hver måned de skulle møtes.',
    nn: 'Delen av einingane som har hatt minst eitt møte i kvar månad dei skulle møtast.',
    en: 'The share of the units that met in every month in which they were obliged to.',
  },
  numerator: {
    nb: 'enheter som har møttes hver måned',
    nn: 'einingar som har møtst kvar månad',
    en: 'units that met every month',
  },
  denominator: {
    nb: 'enheter som skulle møtes i minst én måned',
    nn: 'einingar som skulle møtast i minst éin månad',
    en: 'units obliged to meet in at least one month',
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
  by: BY_TIME_AND_UNIT,
  reads: ['meetings'],
  additive: true,
  besides: 17,
  cases: (facts, period) =>
    obligedMonthsByUnit(facts, period).map(([{ unitId }, months]) => ({
      subject: { kind: 'unit', id: unitId },
      on: lastDayOf(months.at(-1)!.month),
      unitIds: [unitId],
      counts: months.every(({ isHeld }) => isHeld),
    })),
};
