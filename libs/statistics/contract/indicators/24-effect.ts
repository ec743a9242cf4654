import type { CalendarDate } from '#platform/kernel';
import { actionCase } from '../action-case.js';
import { judgedIn } from '../ended-actions.js';
import { OF_ACTIONS, type Indicator } from '../indicator.js';
import { ABANDONED, WAITING_FOR_JUDGEMENT } from '../left-out-actions.js';

export const indicator: Indicator = {
  id: 24,
  version: 1,
  since: '2026-11-30' as CalendarDate,
  group: 'actions',
  name: { nb: 'Effekt', nn: 'Effekt', en: 'Effect' },
  explanation: {
    nb: 'Andelen av tiltakene vurdert i perioden som virket eller virket delvis.',
    nn: 'Delen av tiltaka vurderte i perioden som verka eller verka delvis.',
    en: 'The share of the actions judged in the period that worked or worked partly.',
  },
  numerator: {
    nb: 'tiltak som virket eller virket delvis',
    nn: 'tiltak som verka eller verka delvis',
    en: 'actions that worked or worked partly',
  },
  denominator: {
    nb: 'tiltak vurdert i perioden',
    nn: 'tiltak vurderte i perioden',
    en: 'actions judged in the period',
  },
  exclusions: {
    nb: 'Ble et tiltak vurdert flere ganger, gjelder den siste vurderingen, på dagen for den første.',
    nn: 'Blei eit tiltak vurdert fleire gonger, gjeld den siste vurderinga, på dagen for den første.',
    en: 'Of several judgements the last one is valid, on the day of the first.',
  },
  leftOut: [ABANDONED, WAITING_FOR_JUDGEMENT],
  unit: 'per-cent',
  better: 'higher',
  measure: 'share',
  counted: 'children',
  by: OF_ACTIONS,
  reads: ['actions'],
  additive: false,
  asides: [
    {
      key: 'partly',
      name: { nb: 'tiltak som virket delvis', nn: 'tiltak som verka delvis', en: 'actions that worked partly' },
      isOutside: false,
      of: 'cases',
    },
  ],
  besides: 25,
  cases: (facts, period) =>
    judgedIn(facts, period).map(({ action, terms, on, effect }) =>
      actionCase(action, terms, on, {
        counts: effect === 'worked' || effect === 'partly',
        asides: effect === 'partly' ? ['partly'] : [],
      }),
    ),
};
