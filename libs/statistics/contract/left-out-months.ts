import { lastDayOf, monthOf } from '#platform/kernel';
import type { Case, LeftOut } from './indicator.js';
import { monthCase } from './month-case.js';
import { monthsIn } from './period.js';
import { obligedIn, unitMonths } from './unit-months.js';

/** Exempt months without a meeting, of those that are over or have begun. */
export const EXEMPT_MONTHS: LeftOut = {
  key: 'exempt',
  name: {
    nb: 'fritatte måneder uten møte',
    nn: 'fritekne månader utan møte',
    en: 'exempt months without a meeting',
  },
  cases: (facts, period) =>
    unitMonths(facts, period)
      .filter(({ isExempt }) => isExempt)
      .map(monthCase),
};

/** Months that are over in which the unit was exempt and did not meet: the current month is left out for itself. */
export const EXEMPT_MONTHS_OVER: LeftOut = {
  ...EXEMPT_MONTHS,
  cases: (facts, period) =>
    unitMonths(facts, period)
      .filter(({ isExempt, isOver }) => isExempt && isOver)
      .map(monthCase),
};

export const CURRENT_MONTHS: LeftOut = {
  key: 'current',
  name: {
    nb: 'enhetsmåneder som ikke er over',
    nn: 'einingsmånader som ikkje er over',
    en: 'unit-months that are not over',
  },
  cases: (facts, period) =>
    unitMonths(facts, period)
      .filter(({ isOver }) => !isOver)
      .map(monthCase),
};

/** Months of known units without obligation: in July, and while a unit is closed, new or exempt by its kind. */
export const MONTHS_WITHOUT_OBLIGATION: LeftOut = {
  key: 'not-obliged',
  name: {
    nb: 'måneder uten møteplikt (ferie, stengt eller ikke omfattet)',
    nn: 'månader utan møteplikt (ferie, stengt eller ikkje omfatta)',
    en: 'months without an obligation to meet (holiday, closed or not included)',
  },
  cases: (facts, period) =>
    monthsIn(period)
      .filter((month) => month <= monthOf(facts.today))
      .flatMap((month) => {
        const obliged = new Set(obligedIn(facts, month).map(({ unit }) => unit.unitId));
        return facts.units
          .filter(({ unitId }) => !obliged.has(unitId))
          .map(({ unitId }): Case => ({
            subject: { kind: 'unit-month', id: `${unitId}/${month}` },
            on: lastDayOf(month),
            unitIds: [unitId],
            counts: false,
          }));
      }),
};
