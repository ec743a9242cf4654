import { describe, expect, test } from '@jest/globals';
import { fewestComplements, isSafe, isSameShown, valuesOf, withTotals, type Numbers } from './brute-force.examples.js';
import { complementsOf, listTable, protectedTable, twoWayTable } from './index.js';
import { shownTo } from './protection.examples.js';

// The tables of workflow § 3.7, k = 5; «:» stands for a hidden number.
const drawn = (numbers: Numbers) =>
  shownTo(5, numbers).shown.map((row) => row.map((number) => (number === null ? ':' : String(number))));

/** Keeps the tables that would have been shown the same. */
const shownTheSame = (numbers: Numbers) => {
  const { shown } = shownTo(5, numbers);
  return (other: Numbers) => isSameShown(shownTo(5, other).shown, shown);
};

describe('table A: one small number', () => {
  const A: Numbers = [
    [3, 7, 12], // Nord
    [9, 6, 8], // Sør
    [5, 11, 10], // Øst
  ];

  test('three more are hidden, 22 in all: Nord 6–9, Sør 0–5, Sør 6–9', () => {
    expect(drawn(A)).toEqual([
      [':', ':', '12', '22'],
      [':', ':', '8', '23'],
      ['5', '11', '10', '26'],
      ['17', '24', '30', '71'],
    ]);
    expect(fewestComplements(withTotals(A), 5)).toEqual({ complements: 3, sum: 22 });
  });

  test('an attacker sees that Nord has 1 to 9, and that it does not have 5', () => {
    const { shown } = shownTo(5, A);
    expect(valuesOf(shown, 0, 0, 30)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(valuesOf(shown, 0, 0, 30, shownTheSame(A))).toEqual([1, 2, 3, 4, 6, 7, 8, 9]);
  });
});

describe('table B: two small numbers in one row', () => {
  const B: Numbers = [
    [1, 1, 8], // Nord
    [6, 7, 9], // Sør
    [9, 8, 11], // Øst
  ];

  test('four more are hidden, 30 in all: hiding 6 and 7 only would tell both ones, since Nord hides 2', () => {
    expect(drawn(B)).toEqual([
      [':', ':', ':', '10'],
      [':', ':', ':', '22'],
      ['9', '8', '11', '28'],
      ['16', '16', '28', '60'],
    ]);
    expect(fewestComplements(withTotals(B), 5)).toEqual({ complements: 4, sum: 30 });
  });

  test.each([
    ['6–9', 0, [1, 2, 3, 4, 5, 6]],
    ['10–12', 1, [1, 2, 3, 4, 5, 6, 7]],
  ])(
    'an attacker sees these values for Nord %s, whether or not he asks for the same pattern',
    (_, column, expected) => {
      const { shown } = shownTo(5, B);
      expect(valuesOf(shown, 0, column, 30)).toEqual(expected);
      expect(valuesOf(shown, 0, column, 30, shownTheSame(B))).toEqual(expected);
    },
  );
});

describe('table C: a cumulated count, whose October is published', () => {
  const october = [7, 12, 9];
  const shownIn = (november: readonly number[]) =>
    protectedTable(listTable(november, { inner: (unit) => ({ floor: october[unit]! }), total: { floor: 28 } }), 5)
      .cells;
  const hiddenIn = (november: readonly number[]) => shownIn(november).map((cell) => 'hidden' in cell);

  test('no number is below 5, but Nord grew by 1: Nord and Øst are hidden', () => {
    expect(shownIn([8, 18, 15])).toEqual([
      { hidden: 'small-numbers' },
      { value: 18 },
      { hidden: 'small-numbers' },
      { value: 41 },
    ]);
  });

  test('an attacker sees a growth of 1 to 6, also when he asks for the same pattern', () => {
    const growths = [1, 2, 3, 4, 5, 6]; // Nord and Øst grew by 7 together, each by at least 1
    expect(
      growths.filter((growth) => isSame(hiddenIn([7 + growth, 18, 16 - growth]), [true, false, true, false])),
    ).toEqual(growths);
  });

  test('a unit that did not grow is shown', () => {
    expect(shownIn([7, 18, 15])[0]).toEqual({ value: 7 });
  });
});

describe('small units that exist', () => {
  // Ven skole 14, Haugtussa 14, Gjellum 12, Gjøra 19; how they divide into bands is invented.
  const bands: Numbers = [
    [4, 6, 4],
    [1, 7, 6],
    [5, 2, 5],
    [9, 3, 7],
  ];

  test.each([3, 5])('no number is told to a reader with k = %d', (k) => {
    const { shown, table } = shownTo(k, bands);
    expect(table.rule).not.toBeNull();
    expect(isSafe(withTotals(bands), shown, k)).toBe(true);
  });
});

test('a table without small numbers is shown whole', () => {
  const table = twoWayTable([
    [5, 0],
    [7, 12],
  ]);
  const { cells } = protectedTable(table, 5);
  expect(cells).toEqual([5, 0, 7, 12, 5, 19, 12, 12, 24].map((value) => ({ value })));
  expect(complementsOf(table, 5, { cells, rule: null })).toBe(0);
});

const isSame = (one: readonly boolean[], other: readonly boolean[]) => one.every((it, i) => it === other[i]);
