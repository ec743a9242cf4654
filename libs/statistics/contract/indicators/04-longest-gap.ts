import { lastDayOf, type CalendarDate } from '#platform/kernel';
import type { Indicator } from '../indicator.js';
import { CURRENT_MONTHS, EXEMPT_MONTHS_OVER, MONTHS_WITHOUT_OBLIGATION } from '../left-out-months.js';
import { obligedMonthsByUnit, type UnitMonth } from '../unit-months.js';

export const indicator: Indicator = {
  id: 4,
  version: 1,
  since: '2026-11-30' as CalendarDate,
  group: 'compliance',
  name: { nb: 'Lengste opphold', nn: 'Lengste opphald', en: 'Longest gap' },
  explanation: {
    nb: 'Det største antallet måneder på rad uten møte i én enhet. Måneder der enheten ikke skulle møtes, bryter ikke rekken og telles ikke.',
    nn: 'Det største talet på månader på rad utan møte i éi eining. Månader der eininga ikkje skulle møtast, bryt ikkje rekkja og tel ikkje.',
    en: 'The largest number of months in a row without a meeting in one unit. Months in which it was not obliged neither break the row nor count.',
  },
  numerator: {
    nb: 'enheter med minst én måned uten møte',
    nn: 'einingar med minst éin månad utan møte',
    en: 'units with at least one month without a meeting',
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
  unit: 'months',
  better: 'lower',
  measure: 'largest',
  counted: 'organisation',
  by: ['half-year', 'school-year', 'unit', 'unit-kind', 'area'],
  reads: ['meetings'],
  additive: true,
  cases: (facts, period) =>
    obligedMonthsByUnit(facts, period).map(([{ unitId }, months]) => {
      const amount = longestGap(months);
      return {
        subject: { kind: 'unit', id: unitId },
        on: lastDayOf(months.at(-1)!.month),
        unitIds: [unitId],
        counts: amount > 0,
        amount,
      };
    }),
};

function longestGap(months: readonly UnitMonth[]): number {
  let [longest, now] = [0, 0];
  for (const { isHeld } of months) {
    now = isHeld ? 0 : now + 1;
    longest = Math.max(longest, now);
  }
  return longest;
}
