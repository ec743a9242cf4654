import { protectedTable, rowPatterns, twoWayTable } from '#statistics/domain/protection';
import { Random } from '../demo/random.js';
import { describeMachine, median, milliseconds, type BenchContext, type BenchResult } from './bench-output.js';

const UNITS = 144;
const BANDS = 6;
const K = 5;
const SEED = 307;
const ROUNDS = { full: 9, quick: 3 };
/** Milliseconds. */
const MOST = { pattern: 50, proof: 2000 };

/** Numbers of children in a unit's bands; `below` gives a whole number from 0 to below its argument. */
const KINDS: readonly (readonly [string, (below: (limit: number) => number, unit: number, band: number) => number])[] =
  [
    ['up to 50 in every band', (below) => below(50)],
    ['up to 12 in every band', (below) => below(12)],
    ['up to 6 in three of ten', (below) => (below(10) < 7 ? 0 : below(7))],
    ['up to 8 in two bands a unit', (below, unit, band) => (isIn(unit, band) ? below(9) : 0)],
    ['up to 30 in two bands a unit', (below, unit, band) => (isIn(unit, band) ? below(31) : 0)],
  ];
const isIn = (unit: number, band: number) => [0, 2, 3][unit % 3] === band || [1, 3, 4][unit % 3] === band;

/** The time to choose which numbers of a table of 144 units × 6 age bands to hide, and to prove the choice. */
export async function benchProtection({ databaseUrl, quick, progress }: BenchContext): Promise<BenchResult> {
  const rows = protectionTimes(quick, progress);
  return {
    bench: 'protection',
    machine: await describeMachine(databaseUrl),
    rows,
    missed: rows.flatMap(({ what, patternMs, proofMs }) => [
      ...(patternMs > MOST.pattern ? [`${what}: pattern ${patternMs} ms, not ${MOST.pattern} ms`] : []),
      ...(proofMs > MOST.proof ? [`${what}: proof ${proofMs} ms, not ${MOST.proof} ms`] : []),
    ]),
  };
}

/** Median times for each kind of table. */
export function protectionTimes(quick: boolean, progress: BenchContext['progress']) {
  const rounds = quick ? ROUNDS.quick : ROUNDS.full;
  return KINDS.map(([what, numberOf]) => {
    progress(`${what} …`);
    const random = Random.of(SEED, what);
    const below = (limit: number) => random.between(0, limit - 1);
    const numbers = Array.from({ length: UNITS }, (_, unit) =>
      Array.from({ length: BANDS }, (__, band) => numberOf(below, unit, band)),
    );
    const table = twoWayTable(numbers);
    const answer = protectedTable(table, K);
    const patternMs = milliseconds(medianTime(rounds, () => [...rowPatterns(table, K, 'with-small-numbers')]));
    const proofMs = milliseconds(medianTime(rounds, () => protectedTable(table, K)) - patternMs);
    return {
      what,
      small: table.cells.filter(({ value }) => value > 0 && value < K).length,
      hidden: answer.cells.filter((cell) => 'hidden' in cell).length,
      rule: answer.rule ?? 'withheld',
      patternMs,
      proofMs,
    };
  });
}

function medianTime(rounds: number, work: () => unknown): number {
  return median(
    Array.from({ length: rounds }, () => {
      const began = performance.now();
      work();
      return performance.now() - began;
    }),
  );
}
