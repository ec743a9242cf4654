import type { CalendarDate } from '#platform/kernel';
import { actionCase } from '../action-case.js';
import { OF_ACTIONS, type Indicator } from '../indicator.js';
import { openActions } from '../open-actions.js';

export const indicator: Indicator = {
  id: 18,
  version: 1,
  since: '2026-11-30' as CalendarDate,
  group: 'actions',
  name: { nb: 'Åpne tiltak', nn: 'Opne tiltak', en: 'Open actions' },
  explanation: {
    nb: 'Tiltak som verken var gjennomført eller avbrutt ved slutten av perioden, eller i dag i perioden vi er i.',
    nn: 'Tiltak som verken var gjennomførte eller avbrotne ved slutten av perioden, eller i dag i perioden vi er i.',
    en: 'Actions that were neither completed nor abandoned at the end of the period, or today in the current one.',
  },
  numerator: { nb: 'åpne tiltak', nn: 'opne tiltak', en: 'open actions' },
  denominator: { nb: 'åpne tiltak', nn: 'opne tiltak', en: 'open actions' },
  exclusions: {
    nb: 'Tiltak som en retting har fjernet, er ikke med.',
    nn: 'Tiltak som ei retting har fjerna, er ikkje med.',
    en: 'Actions removed by a correction are left out.',
  },
  unit: 'number',
  better: null,
  measure: 'number',
  counted: 'children',
  by: OF_ACTIONS,
  reads: ['actions'],
  additive: false,
  cases: (facts, period) => openActions(facts, period).map(({ action, terms, day }) => actionCase(action, terms, day)),
};
