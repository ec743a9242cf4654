import { describe, expect, test } from '@jest/globals';
import { cardsOf, middleOf, seriesOf, toWorkOn, wordFor, type Definition, type IndicatorFigure } from './figures.js';

const definition = (id: number, changes: Partial<Definition> = {}): Definition => ({
  id,
  version: 1,
  since: '2026-11-30',
  group: 'compliance',
  name: { nb: `${id}`, nn: `${id}`, en: `${id}` },
  explanation: { nb: '', nn: '', en: '' },
  numerator: { nb: '', nn: '', en: '' },
  denominator: { nb: '', nn: '', en: '' },
  exclusions: null,
  unit: 'per-cent',
  better: 'higher',
  measure: 'share',
  counted: 'organisation',
  by: ['month'],
  additive: true,
  asides: [],
  besides: null,
  besidesAside: null,
  ...changes,
});
const layout = (definitions: readonly Definition[]) =>
  [...cardsOf(definitions)].map(([group, cards]) => [
    group,
    cards.map((card) => [card.definition.id, card.beside?.id ?? null]),
  ]);

describe('the cards', () => {
  test('can have a second number of another figure beside them, which keeps its own card', () => {
    const twice = { key: 'twice', name: { nb: '2', nn: '2', en: '2' }, isOutside: false, of: 'cases' as const };
    const catalogue = [
      definition(13, { besides: 23, besidesAside: 'twice' }),
      definition(23, { asides: [twice] }),
      definition(38, { besides: 38, besidesAside: 'twice', asides: [twice] }),
    ];
    expect(layout(catalogue)).toEqual([
      [
        'compliance',
        [
          [13, 23],
          [23, null],
          [38, 38],
        ],
      ],
    ]);
    expect([...cardsOf(catalogue).values()].flat().map(({ aside }) => aside?.key)).toEqual([
      'twice',
      undefined,
      'twice',
    ]);
  });

  test('stand in groups, each with the figure that shows when it is gamed', () => {
    const catalogue = [
      definition(7, { besides: 14 }),
      definition(14, { besides: 7 }),
      definition(18, { group: 'actions' }),
    ];
    expect(layout(catalogue)).toEqual([
      ['compliance', [[7, 14]]],
      ['actions', [[18, null]]],
    ]);
  });

  test('can have the same figure beside them, which then has no card, wherever it is listed', () => {
    const catalogue = [definition(1, { besides: 17 }), definition(2, { besides: 17 }), definition(17)];
    expect(layout(catalogue)).toEqual([
      [
        'compliance',
        [
          [1, 17],
          [2, 17],
        ],
      ],
    ]);
  });

  test('stay when the figure beside them does not exist, or has its own card already', () => {
    expect(layout([definition(7, { besides: 14 })])).toEqual([['compliance', [[7, null]]]]);
    expect(layout([definition(3), definition(7, { besides: 3 })])).toEqual([
      [
        'compliance',
        [
          [3, null],
          [7, null],
        ],
      ],
    ]);
  });
});

const figure = (value: number) => ({ numerator: value, denominator: 100, value, spread: null, asides: [] });
const point = (key: string, isFinished = true) => ({ key, isFinished, isBaseline: false, signals: [] });
const series = (word: 'better' | null, ...points: ReturnType<typeof point>[]): IndicatorFigure => ({
  indicator: 7,
  version: 1,
  subject: 'meeting',
  whole: figure(80),
  additive: true,
  parts: points.map(({ key }, i) => ({ key, name: null, figure: figure(i) })),
  improvement: { word, mean: null, lower: null, upper: null, baseline: null, points },
});

describe('a series', () => {
  test('has the figure of each point', () => {
    const points = seriesOf(series('better', point('2026-09'), point('2026-10')));
    expect(points.map(({ key, value }) => [key, value])).toEqual([
      ['2026-09', 0],
      ['2026-10', 1],
    ]);
  });

  test('has no point that is hidden', () => {
    const hidden = {
      ...series(null, point('2026-09')),
      parts: [{ key: '2026-09', name: null, figure: { hidden: 'small-numbers' as const } }],
    };
    expect(seriesOf(hidden)).toEqual([]);
  });

  test('gives the period its word only where its last finished point is in it', () => {
    const autumn = series('better', point('2026-10'), point('2026-11', false));
    expect([wordFor(autumn, '2026-2027'), wordFor(autumn, '2025-2026'), wordFor(undefined, '2026-2027')]).toEqual([
      'better',
      null,
      null,
    ]);
  });
});

test('cases to work on are those that do not count, or where less is better, those that do', () => {
  const of = { numerator: 31, denominator: 142, value: 22, spread: null, asides: [] };
  expect([toWorkOn(of, { better: 'higher' }), toWorkOn(of, { better: 'lower' })]).toEqual([111, 31]);
});

describe('the spread of a figure', () => {
  const spread = { mean: 13.2, lowerQuartile: 8, median: 12, upperQuartile: 17 };
  const days = { numerator: 66, denominator: 5, value: 13.2, spread, asides: [] };

  test.each(['mean', 'per-person', 'largest'] as const)('is its median and quartiles (%s)', (measure) => {
    expect(middleOf(days, { measure })).toEqual({ of: 'median', middle: 12, lower: 8, upper: 17 });
  });

  test('is the mean and the quartiles of a median, which has the median itself as its value', () => {
    expect(middleOf(days, { measure: 'median' })).toEqual({ of: 'mean', middle: 13.2, lower: 8, upper: 17 });
  });

  test('is not said of a share, whose amounts have another unit', () => {
    expect(middleOf(days, { measure: 'share-of-amount' })).toBeUndefined();
  });

  test('is not said where it is protected, or the figure is hidden', () => {
    expect(middleOf({ ...days, spread: null }, { measure: 'mean' })).toBeUndefined();
    expect(middleOf({ hidden: 'small-numbers' }, { measure: 'mean' })).toBeUndefined();
  });
});
