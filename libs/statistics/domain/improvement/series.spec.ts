import { describe, expect, test } from '@jest/globals';
import { improvementOf, type Better, type SeriesPoint } from './index.js';

// The same year as in improvement.spec.ts: mean 80, limits 69.36 and 90.64, outer thirds from 72.91 and 87.09.
const YEAR = [78, 82, 78, 82, 78, 82, 78, 82, 78, 82, 78, 82];
const PER_CENT = { least: 0, greatest: 100 };

const series = (values: readonly number[], { cases = 20, running = false } = {}): readonly SeriesPoint[] =>
  values.map((value, i) => ({ key: `${i}`, value, cases, isFinished: !running || i < values.length - 1 }));
const judged = (after: readonly number[], better: Better = 'higher', about = {}) =>
  improvementOf(series([...YEAR, ...after], about), better, PER_CENT);
/** Kinds of signals of each point after the first year. */
const kindsAfter = (...given: Parameters<typeof judged>) =>
  judged(...given)
    .points.slice(YEAR.length)
    .map(({ signals }) => signals.map(({ kind }) => kind).join(' '));

describe('a series', () => {
  test('has the word of its last point, the limits of its first twelve, and says which those are', () => {
    const { word, mean, lower, upper, points } = judged([91]);
    expect([word, mean, lower?.toFixed(2), upper?.toFixed(2)]).toEqual(['better', 80, '69.36', '90.64']);
    expect(points.map(({ isBaseline }) => isBaseline)).toEqual([...YEAR.map(() => true), false]);
  });

  test('of fewer than twelve points has neither limits nor signals', () => {
    const { word, mean, lower, upper, points } = improvementOf(series(YEAR.slice(1)), 'higher', PER_CENT);
    expect([word, mean, lower, upper]).toEqual(['too-few-points', null, null, null]);
    expect(points.some(({ isBaseline, signals }) => isBaseline || signals.length > 0)).toBe(false);
  });

  test('without any point has too few', () => {
    expect(improvementOf([], 'higher', PER_CENT)).toMatchObject({ word: 'too-few-points', points: [] });
  });

  test('has no limit that no value can be beyond', () => {
    const high = YEAR.map((value) => value + 12); // 92 ± 10.64
    expect(improvementOf(series(high), 'higher', PER_CENT)).toMatchObject({ upper: null });
    expect(improvementOf(series(high), 'higher', PER_CENT).lower).toBeCloseTo(81.36, 2);
    const low = YEAR.map((value) => value - 72); // 8 ± 10.64
    expect(improvementOf(series(low), 'lower', PER_CENT)).toMatchObject({ lower: null });
  });

  test('does not judge the point that is not finished', () => {
    const { word, points } = judged([80, 10], 'higher', { running: true });
    expect(word).toBe('as-before');
    expect(points.at(-1)).toEqual({ key: '13', isFinished: false, isBaseline: false, signals: [] });
  });
});

describe('a later part of a series', () => {
  const whole = series([...YEAR, 80, 91, 81, 81, 81, 81, 81, 81, 79, 95]);
  const first = whole.slice(0, YEAR.length);

  test('has the word and the limits of the first twelve points of the whole', () => {
    const { points: _, ...ofWhole } = improvementOf(whole, 'higher', PER_CENT);
    const { points, ...ofPart } = improvementOf(whole.slice(15), 'higher', PER_CENT, first);
    expect(ofPart).toEqual(ofWhole);
    expect(ofPart.baseline).toEqual({ from: '0', to: '11' });
    expect(points.some(({ isBaseline }) => isBaseline)).toBe(false);
  });

  test('has the signals of the whole, with the points that lead up to it', () => {
    const signalsFrom = (from: number, leading: number) =>
      improvementOf(whole.slice(from - leading), 'higher', PER_CENT, first)
        .points.slice(leading)
        .map(({ signals }) => signals);
    for (const from of [14, 16, 19, 21]) expect(signalsFrom(from, 7)).toEqual(signalsFrom(from, from));
    // The run began before the points that are shown.
    expect(signalsFrom(16, 0)).not.toEqual(signalsFrom(16, 16));
  });
});

describe('a signal', () => {
  test('outside the limits is of one point', () => {
    expect(kindsAfter([80, 91, 80])).toEqual(['', 'outside', '']);
  });

  test('that seven in a row make is of all seven, and of every further one', () => {
    expect(kindsAfter([79, 81, 81, 81, 81, 81, 81])).toEqual(['', '', '', '', '', '', '']);
    expect(kindsAfter([79, 81, 81, 81, 81, 81, 81, 81, 81])).toEqual(['', ...Array<string>(8).fill('run')]);
  });

  test('of a run may begin in the first year', () => {
    const { points } = judged([81, 81, 81, 81, 81, 81]);
    expect(points.map(({ signals }) => signals.length)).toEqual([...Array<number>(11).fill(0), 1, 1, 1, 1, 1, 1, 1]);
  });

  test('of a trend is of all seven', () => {
    expect(kindsAfter([77, 78, 79, 80.5, 81, 82, 83])).toEqual(Array<string>(7).fill('trend'));
  });

  test('near a limit is of those that are near it', () => {
    expect(kindsAfter([88, 79, 89])).toEqual(['outer-third', '', 'outer-third']);
  });

  test('says towards which side, whatever is better', () => {
    expect(judged([91], null).points.at(-1)!.signals).toEqual([{ kind: 'outside', towards: 'higher' }]);
    expect(judged([69], 'lower').points.at(-1)!.signals).toEqual([{ kind: 'outside', towards: 'lower' }]);
  });

  test('is not made of fewer than five cases, since one of them could be a signal', () => {
    const { word, points } = judged([10], 'higher', { cases: 4 });
    expect(word).toBeNull();
    expect(points.at(-1)!.signals).toEqual([]);
  });
});
