import type { CalendarDate } from '#platform/kernel';
import { actionCase } from '../action-case.js';
import { agreedActions } from '../agreed-actions.js';
import { OF_ACTIONS, type Indicator } from '../indicator.js';

export const indicator: Indicator = {
  id: 23,
  version: 1,
  since: '2026-11-30' as CalendarDate,
  group: 'actions',
  name: { nb: 'Videreførte tiltak', nn: 'Vidareførte tiltak', en: 'Actions carried on' },
  explanation: {
    nb: 'Andelen av tiltakene besluttet i perioden som er videreført med ny frist minst én gang. Ved siden av vises de som er videreført minst to ganger.',
    nn: 'Delen av tiltaka vedtekne i perioden som er vidareførte med ny frist minst éin gong. Ved sida av står dei som er vidareførte minst to gonger.',
    en: 'The share of the actions agreed in the period that were carried on with a new due date at least once. Beside it stand those carried on at least twice.',
  },
  numerator: {
    nb: 'tiltak videreført minst én gang',
    nn: 'tiltak vidareførte minst éin gong',
    en: 'actions carried on at least once',
  },
  denominator: {
    nb: 'tiltak besluttet i perioden',
    nn: 'tiltak vedtekne i perioden',
    en: 'actions agreed in the period',
  },
  exclusions: {
    nb: 'Et tiltak hører til møtet som besluttet det. Tiltak som en retting har fjernet, er ikke med.',
    nn: 'Eit tiltak høyrer til møtet som vedtok det. Tiltak som ei retting har fjerna, er ikkje med.',
    en: 'An action belongs to the meeting that agreed it. Actions removed by a correction are left out.',
  },
  unit: 'per-cent',
  better: 'lower',
  measure: 'share',
  counted: 'children',
  by: OF_ACTIONS,
  reads: ['actions'],
  additive: false,
  asides: [
    {
      key: 'twice',
      name: {
        nb: 'tiltak videreført minst to ganger',
        nn: 'tiltak vidareførte minst to gonger',
        en: 'actions carried on at least twice',
      },
      isOutside: false,
      of: 'cases',
    },
  ],
  besides: 22,
  cases: (facts, period) =>
    agreedActions(facts, period).map(({ action, terms }) =>
      actionCase(action, terms, action.agreedOn, {
        counts: action.moves > 0,
        asides: action.moves > 1 ? ['twice'] : [],
      }),
    ),
};
