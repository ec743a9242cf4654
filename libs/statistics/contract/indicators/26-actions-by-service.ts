import type { CalendarDate } from '#platform/kernel';
import { actionCase } from '../action-case.js';
import { agreedActions } from '../agreed-actions.js';
import { BY_TIME_AND_UNIT, type Indicator } from '../indicator.js';

export const indicator: Indicator = {
  id: 26,
  version: 1,
  since: '2026-11-30' as CalendarDate,
  group: 'actions',
  name: { nb: 'Tiltak per tjeneste', nn: 'Tiltak per teneste', en: 'Actions by service' },
  explanation: {
    nb: 'Hvordan tiltakene besluttet i perioden fordeler seg på tjenestene til de ansvarlige. Ansvarlige uten tjeneste er en gruppe for seg.',
    nn: 'Korleis tiltaka vedtekne i perioden fordeler seg på tenestene til dei ansvarlege. Ansvarlege utan teneste er ei gruppe for seg.',
    en: 'How the actions agreed in the period are distributed over the services of the responsible people. Those without a service are a group of their own.',
  },
  numerator: { nb: 'tiltak i gruppen', nn: 'tiltak i gruppa', en: 'actions of the group' },
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
  better: null,
  measure: 'distribution',
  counted: 'children',
  by: [...BY_TIME_AND_UNIT, 'service'],
  reads: ['actions'],
  additive: false,
  cases: (facts, period) =>
    agreedActions(facts, period).map(({ action, terms }) => actionCase(action, terms, action.agreedOn)),
};
