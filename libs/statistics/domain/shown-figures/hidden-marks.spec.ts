import { describe, expect, test } from '@jest/globals';
import { indicatorWith, type Breakdown } from '../../contract/index.js';
import { factsOf, many, YEAR } from './children.examples.js';
import { finalFigures, marksOf, PUBLIC, rawFigures } from './index.js';

const marksIn = (id: number, by: Breakdown | undefined, ...actions: ReturnType<typeof many>[]) => {
  const facts = factsOf(actions.flat());
  const shown = finalFigures({ facts, period: YEAR }, by, PUBLIC).get(id)!;
  const { counted } = rawFigures(indicatorWith(id)!, facts, YEAR, by);
  return marksOf(indicatorWith(id)!, shown, counted, PUBLIC);
};

describe('marks of hidden figures', () => {
  test('tell the small number from the one that the sum would tell it by', () => {
    expect(marksIn(27, 'unit', many('a', 3), many('b', 8), many('c', 20), many('d', 30))).toEqual([
      { key: 'a', mark: 'few' },
      { key: 'b', mark: 'would-tell' },
    ]);
  });

  test('are of a share with few who count, or who do not, and of nobody or everybody of a few', () => {
    const shared = (counting: number, rest: number) =>
      marksIn(23, undefined, many('a', counting, { moves: 1 }), many('b', rest));
    const few = [{ key: null, mark: 'few' }];
    expect([shared(2, 30), shared(30, 4), shared(0, 9), shared(9, 0)]).toEqual([few, few, few, few]);
    expect([shared(5, 30), shared(0, 10)]).toEqual([[], []]);
  });

  test('say of a large number that it would tell a small one of another figure', () => {
    const completed = { ended: { on: YEAR.to, how: 'completed' } } as const;
    expect(marksIn(27, undefined, many('a', 30), many('b', 2, completed))).toEqual([{ key: null, mark: 'would-tell' }]);
    expect(marksIn(22, undefined, many('a', 30), many('b', 2, completed))).toEqual([{ key: null, mark: 'few' }]);
  });

  test('are not of what is shown, or hidden for another reason', () => {
    expect(marksIn(27, 'unit', many('a', 10), many('b', 10))).toEqual([]);
    expect(marksIn(18, 'unit', many('a', 3), many('b', 30))).toEqual([]);
  });
});
