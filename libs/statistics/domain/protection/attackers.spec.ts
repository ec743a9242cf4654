import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  fewestComplements,
  hide,
  isSafe,
  isSameShown,
  tablesThatFit,
  withTotals,
  type Numbers,
  type Shown,
} from './brute-force.examples.js';
import { Circulation } from './circulation.js';
import { complementsOf, protectedTable, twoWayTable } from './index.js';
import { cellAt, numbersFrom, shownTo } from './protection.examples.js';

const numbers = (height: number, width: number, most: number) =>
  fc.array(fc.array(fc.nat(most), { minLength: width, maxLength: width }), { minLength: height, maxLength: height });

describe('an attacker', () => {
  test('finds as many values as there are in all tables that fit what is shown', () => {
    const property = fc.property(
      numbers(2, 3, 4),
      fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
      (of, hides) => {
        const table = twoWayTable(of);
        const grid = withTotals(of);
        const isHidden = (r: number, c: number) => hides[r * 4 + c]! && grid[r]![c]! > 0 && r < 2 && c < 3;
        const free = table.cells.map(() => false);
        grid.forEach((row, r) => row.forEach((_, c) => (free[cellAt(of, r, c)] = isHidden(r, c))));
        const fitting = [...tablesThatFit(hide(grid, isHidden), 20)].map(withTotals);
        const circulation = new Circulation(table, free);
        grid.forEach((row, r) =>
          row.forEach((_, c) => {
            if (!isHidden(r, c)) return;
            const values = new Set(fitting.map((it) => it[r]![c]!));
            expect(circulation.possibleValues(cellAt(of, r, c), 100)).toBe(values.size);
          }),
        );
      },
    );
    fc.assert(property, { numRuns: 200, seed: 307 });
  });
});

/** True for a table that would have been shown as this one. */
const keeps = (shown: Shown) => (other: Numbers) => isSameShown(shownTo(5, other).shown, shown);

/** Most complements for each of the fewest, of one table, which the later rules hide by whole rows, and of all together. */
const MOST_COMPLEMENTS = { ofOne: 3, ofAll: 1.25 };

/** Inner numbers of the tables that are attacked in every way: larger ones fit too many tables to try them all. */
const MOST_ATTACKED = 6;

describe('200 random tables', () => {
  const random = numbersFrom(200);
  const tables = Array.from({ length: 200 }, (_, i): Numbers => {
    const [height, width] = [2 + (i % 2), 2 + (Math.floor(i / 2) % 2)];
    const most = [8, 12, 25][i % 3]!;
    return Array.from({ length: height }, () => Array.from({ length: width }, () => random(most)));
  });

  test('no small number of a released table has fewer than k − 1 values; those by the first rule hide the fewest', () => {
    const lines: string[] = [];
    const all = { complements: 0, fewest: 0 };
    for (const of of tables) {
      const { shown, table } = shownTo(5, of);
      if (table.rule === null) {
        lines.push('withheld');
        continue;
      }
      const grid = withTotals(of);
      expect({ of, safe: isSafe(grid, shown, 5) }).toEqual({ of, safe: true });
      const complements = complementsOf(twoWayTable(of), 5, table);
      const minimum = fewestComplements(grid, 5);
      lines.push(`${table.rule} ${complements}/${minimum.complements}`);
      all.complements += complements;
      all.fewest += minimum.complements;
      expect({ of, complements: complements <= MOST_COMPLEMENTS.ofOne * minimum.complements }).toEqual({
        of,
        complements: true,
      });
      if (table.rule !== 'fewest-complements') continue;
      const hidden = grid.flatMap((row, r) => row.filter((number, c) => number >= 5 && shown[r]![c] === null));
      expect({ of, complements, sum: hidden.reduce((a, b) => a + b, 0) }).toEqual({ of, ...minimum });
    }
    process.stdout.write(`${summary(lines)}\n`);
    // Nine of ten tables are released, and three of four by the rule that hides the fewest.
    expect(lines.filter((line) => line !== 'withheld').length).toBeGreaterThanOrEqual(180);
    expect(lines.filter((line) => line.startsWith('fewest-complements')).length).toBeGreaterThanOrEqual(150);
    expect(all.complements).toBeLessThanOrEqual(MOST_COMPLEMENTS.ofAll * all.fewest);
  });

  test('nor for an attacker who keeps only tables that the rules would have shown the same', () => {
    const attacked = tables.filter((of) => of.length * of[0]!.length <= MOST_ATTACKED);
    const unsafe = attacked.filter((of) => {
      const { shown, table } = shownTo(5, of);
      return table.rule !== null && !isSafe(withTotals(of), shown, 5, keeps(shown));
    });
    expect(unsafe).toEqual([]);
    expect(attacked.length).toBe(150);
  });
});

/** Counts the tables by rule, number of complements and proven minimum. */
function summary(lines: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  const rows = [...counts].sort().map(([line, count]) => `  ${line}: ${count}`);
  return ['rule, complements/minimum: tables', ...rows].join('\n');
}

describe('an attacker who knows the rules and keeps tables that would have been shown the same', () => {
  test('finds k − 1 values or more of each small number', () => {
    const random = numbersFrom(5);
    for (let i = 0; i < 40; i += 1) {
      const of = Array.from({ length: 2 + (i % 2) }, () => Array.from({ length: 3 }, () => random([9, 14][i % 2]!)));
      const { shown, table } = shownTo(5, of);
      if (table.rule !== 'fewest-complements') continue;
      expect({ of, safe: isSafe(withTotals(of), shown, 5, keeps(shown)) }).toEqual({ of, safe: true });
    }
  });

  test('finds them in larger tables among those that differ by moving children between rows and columns', () => {
    for (const [k, height, width, most] of [
      [5, 10, 3, 12],
      [3, 24, 4, 12],
      [3, 30, 3, 40],
    ] as const) {
      const random = numbersFrom(13);
      const of = Array.from({ length: height }, () => Array.from({ length: width }, () => random(most)));
      const first = shownTo(k, of);
      expect(first.table.rule).toBe('whole-rows');
      const small = of.flatMap((row, r) =>
        row.flatMap((number, c) => (number > 0 && number < k ? [[r, c] as const] : [])),
      );
      const values = small.map(() => new Set<number>());
      const missing = () => values.findIndex(({ size }) => size < k - 1);
      let now = of.map((row) => [...row]);
      for (let i = 0; missing() >= 0 && i < 3000; i += 1) {
        const next = moved(now, first.shown, small[missing()]!, random);
        if (!next || !isSameShown(shownTo(k, next).shown, first.shown)) continue;
        now = next;
        small.forEach(([r, c], j) => values[j]!.add(now[r]![c]!));
      }
      expect(missing()).toBe(-1);
    }
  });
});

/** Moves one child between two rows and two columns of hidden numbers, one of which is at the given place. */
function moved(
  of: Numbers,
  shown: readonly (readonly (number | null)[])[],
  [row, column]: readonly [number, number],
  random: (limit: number) => number,
): number[][] | undefined {
  const [other, across] = [random(of.length), random(of[0]!.length)];
  const by = random(2) === 0 ? 1 : -1;
  if (other === row || across === column) return undefined;
  const next = of.map((it) => [...it]);
  for (const [r, c, change] of [
    [row, column, by],
    [row, across, -by],
    [other, column, -by],
    [other, across, by],
  ] as const) {
    next[r]![c]! += change;
    if (shown[r]![c] !== null || next[r]![c]! < 1) return undefined;
  }
  return next;
}

describe('the answer', () => {
  test('is the same for the same table, and has no hidden number', () => {
    const property = fc.property(numbers(3, 3, 15), (of) => {
      const { table } = shownTo(5, of);
      expect(shownTo(5, of).table).toEqual(table);
      const hidden = protectedTable(twoWayTable(of), 5).cells.filter((cell) => 'hidden' in cell);
      expect(hidden.every((cell) => Object.keys(cell).join() === 'hidden')).toBe(true);
    });
    fc.assert(property, { numRuns: 8, seed: 37 });
  });
});
