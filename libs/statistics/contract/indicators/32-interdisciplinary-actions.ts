import type { CalendarDate } from '#platform/kernel';
import { actionCase } from '../action-case.js';
import { agreedActions, servicesOf } from '../agreed-actions.js';
import { OF_ACTIONS, type Indicator } from '../indicator.js';

export const indicator: Indicator = {
  id: 32,
  version: 1,
  since: '2026-11-30' as CalendarDate,
  group: 'actions',
  name: { nb: 'Tverrfaglige tiltak', nn: 'Tverrfaglege tiltak', en: 'Interdisciplinary actions' },
  explanation: {
    nb: 'Andelen av tiltakene besluttet i perioden der minst to tjenester er med, som ansvarlig eller medansvarlig.',
    nn: 'Delen av tiltaka vedtekne i perioden der minst to tenester er med, som ansvarleg eller medansvarleg.',
    en: 'The share of the actions agreed in the period in which at least two services take part, as the responsible one or as helpers.',
  },
  numerator: {
    nb: 'tiltak med minst to tjenester',
    nn: 'tiltak med minst to tenester',
    en: 'actions with at least two services',
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
  better: 'higher',
  measure: 'share',
  counted: 'children',
  by: OF_ACTIONS,
  reads: ['actions'],
  additive: false,
  cases: (facts, period) =>
    agreedActions(facts, period).map(({ action, terms }) =>
      actionCase(action, terms, action.agreedOn, { counts: servicesOf(action, terms).length > 1 }),
    ),
};
