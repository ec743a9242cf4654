import type { CalendarDate } from '#platform/kernel';
import { actionCase } from '../action-case.js';
import { agreedActions } from '../agreed-actions.js';
import { OF_ACTIONS, type Indicator } from '../indicator.js';

export const indicator: Indicator = {
  id: 29,
  version: 1,
  since: '2026-11-30' as CalendarDate,
  group: 'actions',
  name: {
    nb: 'Forebyggende mot kompenserende',
    nn: 'Førebyggjande mot kompenserande',
    en: 'Preventive against compensating',
  },
  explanation: {
    nb: 'Andelen forebyggende tiltak blant dem som er merket som forebyggende eller kompenserende.',
    nn: 'Delen førebyggjande tiltak blant dei som er merkte som førebyggjande eller kompenserande.',
    en: 'The share of preventive actions among those marked as preventive or compensating.',
  },
  numerator: { nb: 'forebyggende tiltak', nn: 'førebyggjande tiltak', en: 'preventive actions' },
  denominator: {
    nb: 'tiltak besluttet i perioden som er merket',
    nn: 'tiltak vedtekne i perioden som er merkte',
    en: 'marked actions agreed in the period',
  },
  exclusions: {
    nb: 'Tiltak som ikke er merket, er ikke med. Antallet vises ved siden av.',
    nn: 'Tiltak som ikkje er merkte, er ikkje med. Talet på dei står ved sida av.',
    en: 'Unmarked actions are left out. Their number is shown beside it.',
  },
  unit: 'per-cent',
  better: 'higher',
  measure: 'share',
  counted: 'children',
  by: OF_ACTIONS,
  reads: ['actions'],
  additive: false,
  asides: [
    {
      key: 'unmarked',
      name: { nb: 'tiltak som ikke er merket', nn: 'tiltak som ikkje er merkte', en: 'unmarked actions' },
      isOutside: true,
      of: 'cases',
    },
  ],
  cases: (facts, period) =>
    agreedActions(facts, period).map(({ action, terms }) =>
      actionCase(action, terms, action.agreedOn, {
        counts: action.approach === 'preventive',
        asides: action.approach === null ? ['unmarked'] : [],
      }),
    ),
};
