import { Circulation } from './circulation.js';
import { independentMoves, type Move } from './moves.js';
import { withValues, type Pattern, type Table } from './table.js';

/** Tables spread over all possible ones, in each round, and values tried for each hidden cell. */
const SPREAD = 30;
const VALUES = 5;
const ROUNDS = 4;
const WIDEST_STEP = 40;

/**
 * Tables that an attacker cannot tell from this one while the pattern hides its cells. The sequence depends on what the
 * pattern shows and on nothing else, so each of its tables has the same sequence. With `k` it prefers tables in which
 * every row that hides numbers has a small one, as the rule for whole rows needs; each round prefers others.
 */
export function* possibleTables(table: Table, pattern: Pattern, k?: number): Generator<Table, undefined> {
  const moves = independentMoves(table, pattern);
  if (moves.length === 0) return;
  const below = fixedSequence();
  const hidden = table.cells.flatMap((_, cell) => (pattern[cell] ? [cell] : []));
  for (let round = 0; round < (k === undefined ? 2 : ROUNDS); round += 1) {
    const free = Array.from(pattern);
    const circulation = new Circulation(table, free);
    if (k !== undefined) preferSmall(circulation, table, pattern, k, round);
    lowerAll(circulation, hidden, free);
    const values = hidden.map(() => new Set<number>());
    const next = () => {
      hidden.forEach((cell, i) => values[i]!.add(circulation.values[cell]!));
      return withValues(table, circulation.values);
    };
    for (let i = 0; i < SPREAD; i += 1) {
      for (let j = 0; j < moves.length; j += 1) step(circulation, moves[below(moves.length)]!, below);
      yield next();
    }
    for (const [i, cell] of hidden.entries()) {
      // The first round is quick; where it does not suffice, the others try every cell.
      if (round === 0 && values[i]!.size >= VALUES - 1) continue;
      circulation.change(cell, -1, Infinity);
      yield next();
      for (let j = 1; j < VALUES && circulation.change(cell, 1, 1) > 0; j += 1) yield next();
    }
  }
}

/** Bounds hidden totals of rows, and one inner number in each row, to what counts as small, where k − 1 values remain. */
function preferSmall(circulation: Circulation, table: Table, pattern: Pattern, k: number, round: number): void {
  const bound = (cell: number, most: number) => circulation.keepBelow(cell, table.cells[cell]!.floor + most, k - 1);
  const lines = table.rows
    .map(({ inner, total }, row) => ({ row, total, hidden: inner.filter((cell) => pattern[cell]) }))
    .filter(({ total, hidden }) => pattern[total] || hidden.length > 0);
  for (const { total, hidden } of rotated(lines, round)) if (pattern[total]) bound(total, hidden.length + k - 2);
  for (const { row, hidden } of rotated(lines, round)) rotated(hidden, row + round).some((cell) => bound(cell, k - 1));
}

/** Makes each free cell as small as it can be, one after the other, which leaves one table only. */
function lowerAll(circulation: Circulation, hidden: readonly number[], free: boolean[]): void {
  for (const cell of hidden) {
    circulation.change(cell, -1, Infinity);
    free[cell] = false;
  }
  for (const cell of hidden) free[cell] = true;
}

function step(circulation: Circulation, move: Move, below: (limit: number) => number): void {
  let up = WIDEST_STEP;
  let down = WIDEST_STEP;
  for (const [cell, change] of move) {
    up = Math.min(up, circulation.room(cell, change > 0));
    down = Math.min(down, circulation.room(cell, change < 0));
  }
  const by = below(up + down + 1) - down;
  for (const [cell, change] of move) circulation.values[cell]! += change * by;
}

function rotated<T>(all: readonly T[], by: number): readonly T[] {
  const first = all.length === 0 ? 0 : by % all.length;
  return [...all.slice(first), ...all.slice(0, first)];
}

/** Always the same pseudo-random whole numbers, from 0 to below a limit (xorshift). */
function fixedSequence(): (limit: number) => number {
  let state = 0x2545f491;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
}
