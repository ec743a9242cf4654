import { addDays, type CalendarDate } from '#platform/kernel';
import { actionCase, termsOn } from '../action-case.js';
import { completedActions } from '../ended-actions.js';
import { OF_ACTIONS, type Indicator } from '../indicator.js';
import { ABANDONED } from '../left-out-actions.js';
import { untilOf } from '../period.js';

export const indicator: Indicator = {
  id: 25,
  version: 1,
  since: '2026-11-30' as CalendarDate,
  group: 'actions',
  name: { nb: 'Mangler evaluering', nn: 'Manglar evaluering', en: 'Not evaluated' },
  explanation: {
    nb: 'Gjennomførte tiltak der virkningen ikke var vurdert innen fristen, som vanligvis er 60 dager, ved slutten av perioden, eller i dag i perioden vi er i.',
    nn: 'Gjennomførte tiltak der verknaden ikkje var vurdert innan fristen, som vanlegvis er 60 dagar, ved slutten av perioden, eller i dag i perioden vi er i.',
    en: 'Completed actions whose effect had not been judged within the limit, usually 60 days, at the end of the period, or today in the current one.',
  },
  numerator: {
    nb: 'tiltak uten vurdering etter fristen',
    nn: 'tiltak utan vurdering etter fristen',
    en: 'actions not judged within the limit',
  },
  denominator: {
    nb: 'tiltak uten vurdering etter fristen',
    nn: 'tiltak utan vurdering etter fristen',
    en: 'actions not judged within the limit',
  },
  exclusions: {
    nb: 'Avbrutte tiltak er ikke med. Fristen er den som gjaldt den dagen tiltaket ble gjennomført.',
    nn: 'Avbrotne tiltak er ikkje med. Fristen er den som galdt den dagen tiltaket blei gjennomført.',
    en: 'Abandoned actions are left out. The limit is the one in force on the day of the completion.',
  },
  leftOut: [ABANDONED],
  unit: 'number',
  better: 'lower',
  measure: 'number',
  counted: 'children',
  by: OF_ACTIONS,
  reads: ['actions'],
  additive: false,
  cases: (facts, period) => {
    const day = untilOf(period, facts.today);
    return facts
      .once('limits of evaluation', () =>
        completedActions(facts).map(({ action, on }) => ({
          action,
          limit: addDays(on, facts.settingsOn(on).effectJudgedWithinDays),
        })),
      )
      .filter(({ action: { effect }, limit }) => limit < day && (effect === null || effect.on > day))
      .map(({ action }) => actionCase(action, termsOn(action, day), day));
  },
};
