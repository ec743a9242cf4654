import { describe, expect, test } from '@jest/globals';
import {
  listTable,
  mayStandBeside,
  protectedTable,
  rememberingProtection,
  sharesOf,
  sharesTable,
  shownMeans,
  twoWayTable,
  type ShownCell,
} from './index.js';

const hiddenAt = (cells: readonly ShownCell[]) => cells.flatMap((cell, i) => ('hidden' in cell ? [i] : []));

describe('shares', () => {
  const shown = (...shares: readonly (readonly [number, number])[]) => {
    const table = sharesTable(shares.map(([numerator, denominator]) => ({ numerator, denominator })));
    return sharesOf(protectedTable(table, 5).cells, shares.length);
  };

  test('are shown when neither those who count nor the rest are few', () => {
    expect(shown([6, 12], [20, 30])).toEqual([
      { numerator: 6, denominator: 12 },
      { numerator: 20, denominator: 30 },
      { numerator: 26, denominator: 42 },
    ]);
  });

  test('are hidden when few count, and so is another one that the total would tell it by', () => {
    expect(shown([3, 12], [20, 30], [40, 60])[0]).toBeNull();
    expect(shown([3, 12], [20, 30], [40, 60]).filter((share) => share === null).length).toBeGreaterThanOrEqual(2);
  });

  test('are hidden when the rest is few', () => {
    expect(shown([10, 12], [20, 30], [40, 60])[0]).toBeNull();
  });

  test.each([
    ['0 % of 9 is hidden', 0, 9, true],
    ['100 % of 9 is hidden', 9, 9, true],
    ['0 % of 10 is shown', 0, 10, false],
    ['100 % of 10 is shown', 10, 10, false],
  ])('%s', (_, numerator, denominator, isHidden) => {
    expect(shown([numerator, denominator], [20, 40], [30, 60])[0] === null).toBe(isHidden);
  });
});

describe('means', () => {
  test.each([
    ['fewer than 5 values', [4], [false]],
    ['one more than an earlier one: 7.4 of 5, then 7.9 of 6, would tell the sixth value', [5, 6], [true, false]],
    [
      'one more than an earlier one that is hidden itself, but 5 more than the last shown',
      [5, 9, 10],
      [true, false, true],
    ],
    ['as many as before', [5, 5], [true, true]],
    ['fewer after a correction', [12, 10], [true, false]],
  ])('%s: %j', (_, counts, expected) => {
    expect(shownMeans(counts, 5)).toEqual(expected);
  });
});

describe('a figure beside a published one', () => {
  /** Children by their ids; one that is named twice is counted twice. */
  const children = (...ids: readonly number[]) =>
    new Map([...Map.groupBy(ids, String)].map(([id, times]) => [id, times.length]));
  const published = children(1, 2, 3, 4, 5, 6, 7, 8);

  test.each([
    ['about the same children', children(1, 2, 3, 4, 5, 6, 7, 8), true],
    ['about one child fewer', children(1, 2, 3, 4, 5, 6, 7), false],
    ['about one child more', children(1, 2, 3, 4, 5, 6, 7, 8, 9), false],
    ['with one child replaced by another', children(1, 2, 3, 4, 5, 6, 7, 9), false],
    ['with one child counted once more', children(1, 2, 3, 4, 5, 6, 7, 8, 8), false],
    ['about five children fewer', children(1, 2, 3), true],
    ['about eight other children', children(11, 12, 13, 14, 15, 16, 17, 18), true],
  ])('%s: %s', (_, asked, expected) => {
    expect(mayStandBeside(asked, [published], 5)).toBe(expected);
  });

  test('must differ enough from each one', () => {
    expect(mayStandBeside(children(1, 2, 3), [published, children(1, 2)], 5)).toBe(false);
  });
});

describe('joint meetings', () => {
  test('a child that two units counted is not told by the difference between their sum and the total', () => {
    const units = listTable([12, 9, 30, 25], { overlap: { value: 1, atMost: 9 } });
    expect(units.cells.map(({ value }) => value)).toEqual([12, 9, 30, 25, 1, 75]);
    const { cells } = protectedTable(units, 5);
    expect(cells[4]).toHaveProperty('hidden');
    expect(hiddenAt(cells).filter((cell) => cell !== 4).length).toBeGreaterThan(0);
  });

  test('many such children need no protection, and their number is not shown', () => {
    const { cells } = protectedTable(listTable([12, 9, 30, 25], { overlap: { value: 6, atMost: 9 } }), 5);
    expect(hiddenAt(cells)).toEqual([4]);
  });

  test('the overlap of each column balances a table of units and bands', () => {
    const overlaps = [
      { value: 5, atMost: 8 },
      { value: 6, atMost: 9 },
    ];
    const table = twoWayTable(
      [
        [8, 9],
        [20, 30],
      ],
      { overlaps },
    );
    expect(table.cells.map(({ value }) => value)).toEqual([8, 9, 20, 30, 17, 50, 23, 33, 5, 6, 11, 56]);
    expect(hiddenAt(protectedTable(table, 5).cells)).toEqual([8, 9, 10]);
  });
});

describe('what has been published', () => {
  test('stays shown: other numbers are hidden in its place', () => {
    const table = twoWayTable(
      [
        [3, 7, 12],
        [9, 6, 8],
        [5, 11, 10],
      ],
      { inner: (row, column) => ({ display: row === 1 && column === 1 ? 'shown' : 'open' }) },
    );
    const { cells, rule } = protectedTable(table, 5);
    expect(rule).not.toBeNull();
    expect(cells[4]).toEqual({ value: 6 });
    expect(cells[0]).toHaveProperty('hidden');
  });

  test('a table whose small number the published ones tell is withheld', () => {
    const table = listTable([3, 20], {
      inner: (row) => ({ display: row === 1 ? 'shown' : 'open' }),
      total: { display: 'shown' },
    });
    expect(protectedTable(table, 5)).toEqual({
      rule: null,
      cells: [{ hidden: 'unproven' }, { value: 20 }, { value: 23 }],
    });
  });
});

describe('zeros', () => {
  test('are shown where the denominator is large enough, and hidden where it is not', () => {
    const table = (hidesUnchanged: boolean) =>
      listTable([0, 3, 12, 40, 33], { inner: (row) => ({ hidesUnchanged: hidesUnchanged && row === 0 }) });
    expect(protectedTable(table(false), 5).cells[0]).toEqual({ value: 0 });
    expect(protectedTable(table(true), 5).cells[0]).toHaveProperty('hidden');
  });
});

describe('a table', () => {
  test('without rows has a total of 0', () => {
    expect(protectedTable(twoWayTable([]), 5).cells).toEqual([{ value: 0 }]);
    expect(protectedTable(listTable([]), 5).cells).toEqual([{ value: 0 }]);
  });

  test.each([
    ['half a child', () => listTable([2.5])],
    ['fewer than no child', () => twoWayTable([[-1, 8]])],
    ['a cumulated count that fell', () => listTable([6], { inner: () => ({ floor: 7 }) })],
    ['a larger overlap than there can be', () => listTable([6, 8], { overlap: { value: 7, atMost: 6 } })],
  ])('is not made of %s', (_, make) => {
    expect(make).toThrow(RangeError);
  });
});

describe('remembered protection', () => {
  test('answers as the first time, also after others', () => {
    const remembering = rememberingProtection(2);
    const tables = [3, 4, 12].map((first) => listTable([first, 20, 31, 17]));
    const answers = tables.map((table) => remembering(table, 5));
    expect(tables.map((table) => remembering(table, 5))).toEqual(answers);
    expect(remembering(tables[2]!, 5)).toBe(remembering(tables[2]!, 5));
  });

  test('tells readers with another k apart', () => {
    const remembering = rememberingProtection(10);
    const table = listTable([4, 20, 31, 17]);
    expect(hiddenAt(remembering(table, 3).cells)).toEqual([]);
    expect(hiddenAt(remembering(table, 5).cells)).toContain(0);
  });
});
