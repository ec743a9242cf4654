import { expect, test } from '@jest/globals';
import type { MonthCell } from '../board/board.js';
import { exemptible } from './exemptible.js';

const cell = (state: MonthCell['state'], changes: Partial<MonthCell> = {}): MonthCell => ({
  month: `2026-${state}`,
  state,
  obliged: true,
  exemptReason: null,
  meetings: [],
  ...changes,
});

test('a unit can be exempted from months in which it must meet and has not', () => {
  const months = [
    cell('filed'),
    cell('protocol-late'),
    cell('missing'),
    cell('unconfirmed'),
    cell('planned'),
    cell('not-planned'),
    cell('exempt', { exemptReason: 'ombygging' }),
    cell('not-obliged', { obliged: false }),
  ];
  expect(exemptible(months).map(({ state }) => state)).toEqual(['missing', 'unconfirmed', 'planned', 'not-planned']);
});
