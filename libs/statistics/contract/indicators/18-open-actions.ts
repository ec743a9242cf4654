import type { CalendarDate } from '#platform/kernel';
import type { Indicator } from '../indicator.js';
import { actionCase, openActions } from '../open-actions.js';

export const indicator: Indicator = {
  id: 18,
  version: 1,
  since: '2026-11-30' as CalendarDate,
  group: 'actions',
  name: { nb: 'Åpne tiltak', nn: 'Opne tiltak', en: 'Open actions' },
  explanation: {
    nb: 'Tiltak som ikke var avsluttet ved slutten av perioden, eller i dag i perioden vi er i.',
    nn: 'Tiltak som ikkje var avslutta ved slutten av perioden, eller i dag i perioden vi er i.',
    en: 'Actions that had not ended at the end of the period, or today in the current one.',
  },
  numerator: { nb: 'åpne tiltak', nn: 'opne tiltak', en: 'open actions' },
  denominator: { nb: 'åpne tiltak', nn: 'opne tiltak', en: 'open actions' },
  unit: 'number',
  better: null,
  measure: 'number',
  counted: 'children',
  by: ['month', 'half-year', 'school-year', 'unit', 'unit-kind', 'area', 'service', 'level', 'category'],
  additive: false,
  cases: (facts, period) => openActions(facts, period).map(({ action, terms, day }) => actionCase(action, terms, day)),
};
