import { describe, expect, test } from '@jest/globals';
import { grouped, heldIn, shownMonths, type BoardRow, type Column, type MonthCell } from './board.js';

const cell = (state: MonthCell['state']): MonthCell => ({
  month: '2026-11',
  state,
  obliged: true,
  exemptReason: null,
  meetings: [],
});
const row = (name: string, changes: Partial<BoardRow> = {}): BoardRow =>
  ({ unitId: name, name, kind: 'school', area: null, hostUnitId: null, months: [], needs: 0, ...changes }) as BoardRow;
const names = (...args: Parameters<typeof grouped>) =>
  grouped(...args).map(({ key, rows }) => [key, rows.map((it) => it.name)]);

describe('the board’s rows', () => {
  const rows = [row('Ås'), row('Øvre', { needs: 1 }), row('Bondi', { needs: 3 }), row('Ask', { needs: 1 }), row('Dal')];
  test('are sorted by need, the greatest first', () => {
    expect(names(rows, 'behov')).toEqual([
      ['in-need', ['Bondi', 'Ask', 'Øvre']],
      ['others', ['Dal', 'Ås']],
    ]);
    expect(names([row('Dal')], 'behov')).toEqual([['others', ['Dal']]]);
  });
  test('are sorted by name in Norwegian order, without headings', () => {
    expect(grouped(rows, 'navn')).toMatchObject([{ title: null }]);
    expect(names(rows, 'navn')).toEqual([['all', ['Ask', 'Bondi', 'Dal', 'Øvre', 'Ås']]]);
    expect(grouped([], 'navn')).toEqual([]);
  });
  test('are grouped by area, those without one last', () => {
    const placed = [
      row('Dal', { area: 'Øst' }),
      row('Ask'),
      row('Bondi', { area: 'Nord' }),
      row('Ås', { area: 'Nord' }),
    ];
    expect(names(placed, 'omrade')).toEqual([
      ['Nord', ['Bondi', 'Ås']],
      ['Øst', ['Dal']],
      ['', ['Ask']],
    ]);
  });
});

test('months without any obligation are left out', () => {
  const months = ['2026-11', '2027-07'].map((month) => ({ month })) as unknown as readonly Column[];
  const unit = row('Ask', { months: [cell('planned'), cell('not-obliged')] });
  expect(shownMonths({ months }, [unit])).toEqual([0]);
  expect(shownMonths({ months }, [unit, row('Dal', { months: [cell('planned'), cell('filed')] })])).toEqual([0, 1]);
});

test('a past month shows the share held, the current one the number, a coming one nothing', () => {
  const column = (month: string, held: number, obliged: number): Column => ({ month, coverage: { held, obliged } });
  expect(heldIn(column('2026-10', 28, 29), '2026-11-22')).toEqual({ percent: 96 });
  expect(heldIn(column('2026-11', 27, 29), '2026-11-22')).toEqual({ held: 27, obliged: 29 });
  expect(heldIn(column('2026-12', 0, 0), '2026-11-22')).toBeNull();
  expect(heldIn(column('2026-07', 0, 0), '2026-11-22')).toBeNull();
  // All but one of two hundred must not be rounded to all.
  expect(heldIn(column('2026-10', 199, 200), '2026-11-22')).toEqual({ percent: 99 });
});
