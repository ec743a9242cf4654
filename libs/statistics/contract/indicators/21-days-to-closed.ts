import { daysBetween, type CalendarDate } from '#platform/kernel';
import { actionCase } from '../action-case.js';
import { judgedIn } from '../ended-actions.js';
import { OF_ACTIONS, type Indicator } from '../indicator.js';
import { ABANDONED, WAITING_FOR_JUDGEMENT } from '../left-out-actions.js';

export const indicator: Indicator = {
  id: 21,
  version: 1,
  since: '2026-11-30' as CalendarDate,
  group: 'actions',
  name: { nb: 'Median dager til avsluttet', nn: 'Median dagar til avslutta', en: 'Median days to closed' },
  explanation: {
    nb: 'Midterste antall dager fra tiltaket ble besluttet til virkningen ble vurdert, for tiltak som ble avsluttet slik i perioden.',
    nn: 'Midtarste talet på dagar frå tiltaket blei vedteke til verknaden blei vurdert, for tiltak som blei avslutta slik i perioden.',
    en: 'The middle number of days from the decision on an action until its effect was judged, of the actions closed like that in the period.',
  },
  numerator: {
    nb: 'tiltak avsluttet i perioden',
    nn: 'tiltak avslutta i perioden',
    en: 'actions closed in the period',
  },
  denominator: {
    nb: 'tiltak avsluttet i perioden',
    nn: 'tiltak avslutta i perioden',
    en: 'actions closed in the period',
  },
  exclusions: {
    nb: 'Avbrutte tiltak og tiltak som venter på vurdering, er ikke med.',
    nn: 'Avbrotne tiltak og tiltak som ventar på vurdering, er ikkje med.',
    en: 'Abandoned actions and those that wait for a judgement are left out.',
  },
  leftOut: [ABANDONED, WAITING_FOR_JUDGEMENT],
  unit: 'calendar-days',
  better: 'lower',
  measure: 'median',
  counted: 'children',
  by: OF_ACTIONS,
  reads: ['actions'],
  additive: false,
  cases: (facts, period) =>
    judgedIn(facts, period).map(({ action, terms, on }) =>
      actionCase(action, terms, on, { amount: daysBetween(action.agreedOn, on) }),
    ),
};
