import { describe, expect, test } from '@jest/globals';
import type { ChartPoint, ChartSignal as Signal } from './points.js';
import { signalInWords, toneOf } from './signal-words.js';

const series = (values: readonly number[], last?: Signal): readonly ChartPoint[] =>
  values.map((value, i) => ({
    key: `2026-${String(i + 1).padStart(2, '0')}`,
    value,
    isFinished: true,
    isBaseline: false,
    signals: last && i === values.length - 1 ? [last] : [],
  }));

describe('a signal in words', () => {
  test('says how many points in a row are on one side of the mean', () => {
    const points = series([70, 81, 82, 83, 81, 82, 83, 81, 82], { kind: 'run', towards: 'higher' });
    expect(signalInWords(points, 80)).toEqual({ key: 'run', towards: 'higher', count: 8 });
  });

  test('says how many points in a row rise or fall, the first one included', () => {
    const points = series([90, 91, 88, 87, 86, 85, 84, 83], { kind: 'trend', towards: 'lower' });
    expect(signalInWords(points, 80)).toEqual({ key: 'trend', towards: 'lower', count: 7 });
  });

  test('names the month that is outside the limits, and the one that is within', () => {
    expect(signalInWords(series([50, 99], { kind: 'outside', towards: 'higher' }), 80)).toEqual({
      key: 'outside',
      month: '2026-02',
      towards: 'higher',
    });
    expect(signalInWords(series([50, 81]), 80)).toEqual({ key: 'within', month: '2026-02' });
  });

  test('says that there are too few cases to judge', () => {
    expect(signalInWords(series([50, 81]), 80, false)).toEqual({ key: 'fewCases' });
  });

  test('counts the points while they are fewer than twelve, and does not judge one that is not finished', () => {
    const [first, second] = series([50, 60]);
    expect(signalInWords([first!, { ...second!, isFinished: false }], null)).toEqual({ key: 'tooFew', count: 1 });
    expect(signalInWords([], null)).toEqual({ key: 'none' });
  });
});

test('a signal is good towards what is better, bad towards the other side', () => {
  const up: readonly Signal[] = [{ kind: 'run', towards: 'higher' }];
  expect([toneOf(up, 'higher'), toneOf(up, 'lower'), toneOf(up, null), toneOf([], 'higher')]).toEqual([
    'good',
    'bad',
    'plain',
    undefined,
  ]);
});
