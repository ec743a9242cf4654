import { daysBetween, type CalendarDate } from '#platform/kernel';
import { actionCase } from '../action-case.js';
import { OF_ACTIONS, type Indicator } from '../indicator.js';
import { openActions } from '../open-actions.js';

export const indicator: Indicator = {
  id: 20,
  version: 1,
  since: '2026-11-30' as CalendarDate,
  group: 'actions',
  name: { nb: 'Dager over frist', nn: 'Dagar over frist', en: 'Days over due' },
  explanation: {
    nb: 'Midterste antall dager de åpne tiltakene over frist er over fristen. Ved siden av vises hvor mange som er mer enn 30 dager over.',
    nn: 'Midtarste talet på dagar dei opne tiltaka over frist er over fristen. Ved sida av står kor mange som er meir enn 30 dagar over.',
    en: 'The middle number of days by which the open actions over due are over it. Beside it stands how many are more than 30 days over.',
  },
  numerator: { nb: 'åpne tiltak over frist', nn: 'opne tiltak over frist', en: 'open actions over due' },
  denominator: { nb: 'åpne tiltak over frist', nn: 'opne tiltak over frist', en: 'open actions over due' },
  unit: 'calendar-days',
  better: 'lower',
  measure: 'median',
  counted: 'children',
  by: OF_ACTIONS,
  reads: ['actions'],
  additive: false,
  asides: [
    {
      key: 'over-30-days',
      name: {
        nb: 'tiltak mer enn 30 dager over frist',
        nn: 'tiltak meir enn 30 dagar over frist',
        en: 'actions more than 30 days over due',
      },
      isOutside: false,
      of: 'cases',
    },
  ],
  cases: (facts, period) =>
    openActions(facts, period)
      .filter(({ isOverdue }) => isOverdue)
      .map(({ action, terms, day }) => {
        const amount = daysBetween(terms.dueOn, day);
        return actionCase(action, terms, day, { amount, asides: amount > LONG ? ['over-30-days'] : [] });
      }),
};

const LONG = 30;
