import type { CalendarDate } from '#platform/kernel';
import { actionCase } from './action-case.js';
import { agreedActions } from './agreed-actions.js';
import { BY_TIME_AND_UNIT, type Breakdown, type Indicator } from './indicator.js';

/** How the actions agreed in a period are distributed over services, levels or categories. */
export const actionsBy = (
  by: Extract<Breakdown, 'service' | 'level' | 'category'>,
  own: Pick<Indicator, 'id' | 'version' | 'name' | 'explanation'>,
): Indicator => ({
  ...own,
  since: '2026-11-30' as CalendarDate,
  group: 'actions',
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
  by: [...BY_TIME_AND_UNIT, by],
  reads: ['actions'],
  additive: false,
  cases: (facts, period) =>
    agreedActions(facts, period).map(({ action, terms }) => actionCase(action, terms, action.agreedOn)),
});
