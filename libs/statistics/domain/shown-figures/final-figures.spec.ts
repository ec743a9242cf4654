import { describe, expect, test } from '@jest/globals';
import {
  action,
  autumnBy,
  completed,
  day,
  factsOf,
  judged,
  many,
  yearBeforeBy,
  YearSeen,
} from './children.examples.js';
import { PUBLIC } from './index.js';

const seen = (...actions: ReturnType<typeof many>[]) => new YearSeen(factsOf(actions.flat()));
const marked = (unitId: string, preventive: number, compensating: number) => [
  ...many(unitId, preventive),
  ...many(unitId, compensating, { approach: 'compensating' }),
];

describe('a figure of the municipality', () => {
  test('is shown from three on, and to the public from five', () => {
    expect(seen(many('a', 2)).whole(27)).toBe('small-numbers');
    expect(seen(many('a', 3)).whole(27)).toBe('3/3');
    expect(new YearSeen(factsOf(many('a', 4)), PUBLIC).whole(27)).toBe('small-numbers');
    expect(new YearSeen(factsOf(many('a', 5)), PUBLIC).whole(27)).toBe('5/5');
  });

  test('that shares them is hidden when few count, or few do not', () => {
    const carriedOn = (counting: number, rest: number) =>
      seen(many('a', counting, { moves: 1 }), many('a', rest)).whole(23);
    expect(carriedOn(30, 3)).toBe('30/33');
    expect(carriedOn(2, 30)).toBe('small-numbers');
    expect(carriedOn(30, 2)).toBe('small-numbers');
    expect(carriedOn(0, 30)).toBe('0/30');
    expect(carriedOn(0, 5)).toBe('small-numbers');
  });

  test('has no quartiles and nothing beside it', () => {
    const facts = factsOf(many('a', 9, judged));
    expect(new YearSeen(facts).figure(21).whole).toEqual({
      numerator: 9,
      denominator: 9,
      value: 40,
      spread: null,
      asides: [],
    });
  });

  test('hides how many are over due where few of the open ones are not', () => {
    const overdue = {
      terms: [{ from: day('2026-05-01'), ownerId: 'p', ownerServiceId: null, dueOn: day('2026-06-01') }],
    };
    const open = seen(many('a', 28, overdue), many('a', 2));
    expect([18, 19, 20].map((id) => open.whole(id))).toEqual(['30/30', 'small-numbers', 'small-numbers']);
  });

  test('hides how many are marked where few are not', () => {
    const some = seen(marked('a', 20, 20), many('a', 2, { approach: null }));
    expect([27, 29].map((id) => some.whole(id))).toEqual(['42/42', 'small-numbers']);
  });

  test('hides what is open and agreed where few were completed, since their difference would tell', () => {
    const some = seen(many('a', 30), many('a', 2, completed));
    expect([17, 18, 22, 23, 27].map((id) => some.whole(id))).toEqual(Array(5).fill('small-numbers'));
    expect(seen(many('a', 30), many('a', 3, completed)).whole(18)).toBe('30/30');
  });

  test('hides how many were judged where few of few have waited too long', () => {
    const waiting = { ended: { on: day('2026-03-01'), how: 'completed' } } as const;
    const some = new YearSeen(factsOf([...many('a', 30, judged), ...many('a', 2, waiting)]), PUBLIC);
    expect([21, 22, 24, 25].map((id) => some.whole(id))).toEqual([
      'small-numbers',
      '32/32',
      'small-numbers',
      'small-numbers',
    ]);
  });

  test('hides how many were judged where few of many were, since those who wait too long would tell', () => {
    const waiting = { ended: { on: day('2026-03-01'), how: 'completed' } } as const;
    const some = seen(many('a', 30, waiting), many('a', 2, judged), many('a', 10));
    expect([22, 24, 25].map((id) => some.whole(id))).toEqual(['32/32', 'small-numbers', 'small-numbers']);
  });

  test('hides what became of the agreed ones where few are open', () => {
    const some = seen(many('a', 30, judged), many('a', 2));
    expect([27, 18, 22, 24].map((id) => some.whole(id))).toEqual(['32/32', ...Array<string>(3).fill('small-numbers')]);
  });

  test('that is hidden lists no parts: which there are would tell', () => {
    expect(seen(many('a', 1), many('b', 1)).parts(27, 'unit')).toBeNull();
  });
});

describe('parts of a figure', () => {
  test('below five are hidden, and another one that the sum would tell it by', () => {
    const some = seen(many('a', 3), many('b', 8), many('c', 20), many('d', 30));
    expect(some.parts(27, 'unit')).toEqual({ a: 'small-numbers', b: 'small-numbers', c: '20/61', d: '30/61' });
  });

  test('are hidden in every figure that counts the same children, and in those of which one tells the other', () => {
    const some = seen(
      [many('a', 3), many('b', 8), many('c', 20), many('d', 30)].flat(),
      ['a', 'b', 'c', 'd'].flatMap((unitId) => many(unitId, 10, { agreedOn: day('2025-05-01'), ...judged })),
    );
    for (const id of [10, 17, 21, 22, 23, 24, 26, 27, 28, 29, 32, 38]) {
      const parts = some.parts(id, 'unit') ?? {};
      for (const key of ['a', 'b']) expect([id, parts[key] ?? 'small-numbers']).toEqual([id, 'small-numbers']);
    }
    expect(some.parts(22, 'unit')).toMatchObject({ c: '10/10', d: '10/10' });
  });

  test('are shown where only another figure splits them into few', () => {
    const some = seen(
      many('a', 30),
      many('a', 2, { moves: 1 }),
      many('b', 10),
      many('b', 20, { moves: 1 }),
      many('c', 20),
    );
    expect(some.parts(27, 'unit')).toEqual({ a: '32/82', b: '30/82', c: '20/82' });
    expect(some.parts(23, 'unit')).toMatchObject({ a: 'small-numbers', b: 'small-numbers' });
  });

  test('are never given of what is the case at the end of the period', () => {
    const some = seen(many('a', 20), many('b', 20));
    for (const id of [18, 19, 20, 25, 30]) expect([id, some.parts(id, 'unit')]).toEqual([id, null]);
    expect(some.whole(18)).toBe('40/40');
  });

  test('of a service with few members are hidden with another one', () => {
    const services = ['s', 't', 'u'].map((serviceId) => ({
      serviceId,
      name: serviceId,
      serviceUnitId: null,
      closures: [],
    }));
    const people = ['t', 'u'].flatMap((serviceId) =>
      [1, 2, 3].map((i) => ({
        personId: `${serviceId}${i}`,
        memberships: [{ roleId: `${i}`, serviceId, from: day('2020-01-01'), to: null }],
      })),
    );
    const actions = [
      ...many('a', 20, { owner: 's' }),
      ...many('a', 30, { owner: 't' }),
      ...many('a', 40, { owner: 'u' }),
    ];
    expect(new YearSeen(factsOf(actions, { services, people })).parts(26, 'service')).toEqual({
      s: 'one-employee',
      t: 'one-employee',
      u: '40/90',
    });
  });

  test('of a joint meeting are in several parts, and the difference from the whole does not tell them', () => {
    const joint = () => action('a', { unitIds: ['a', 'b'] });
    const others = [many('a', 11), many('b', 8), many('c', 30), many('d', 25)];
    expect(seen(...others, [joint(), joint()]).parts(27, 'unit')).toEqual({
      a: '13/76',
      b: 'small-numbers',
      c: '30/76',
      d: '25/76',
    });
  });
});

describe('figures of a school year', () => {
  const early = (unitId: string, count: number, changes = {}) =>
    many(unitId, count, { agreedOn: day('2025-10-01'), ...changes });
  const withAutumn = (...actions: ReturnType<typeof many>[]) => {
    const facts = factsOf(actions.flat());
    return new YearSeen(facts, undefined, autumnBy(facts));
  };

  test('are hidden when they differ from those of the autumn by one or two children', () => {
    const whole = (spring: number) => withAutumn(early('a', 10), many('a', spring)).whole(27);
    expect(whole(2)).toBe('too-close');
    expect(whole(3)).toBe('13/13');
    expect(whole(0)).toBe('10/10');
  });

  test('are hidden when the rest of a share differs by a few', () => {
    const some = withAutumn(early('a', 20), early('a', 20, { moves: 1 }), many('a', 10, { moves: 1 }), many('a', 1));
    expect(some.whole(27)).toBe('51/51');
    expect(some.whole(23)).toBe('too-close');
  });

  test('hide the parts that the autumn hides: a part that stays the same would tell another one', () => {
    const some = withAutumn(early('a', 3), early('b', 30), many('a', 5), many('c', 20), many('d', 20));
    expect(some.parts(27, 'unit')).toEqual({ a: 'small-numbers', b: 'small-numbers', c: '20/78', d: '20/78' });
  });

  test('list no parts where all are hidden: the only one that is there would be told by the whole', () => {
    expect(seen(many('a', 3)).parts(27, 'unit')).toBeNull();
  });

  test('show no parts when one of them has a few more than the autumn’s', () => {
    const some = withAutumn(early('a', 20), early('b', 30), many('a', 2), many('b', 20));
    expect(some.parts(27, 'unit')).toBeNull();
  });

  test('are hidden when a correction took away one or two that the autumn has', () => {
    const inAutumn = early('a', 20);
    const whole = (corrected: number) => {
      const now = factsOf([...inAutumn.slice(corrected), ...many('a', 30)]);
      return new YearSeen(now, undefined, autumnBy(factsOf(inAutumn))).whole(27);
    };
    expect(whole(2)).toBe('too-close');
    expect(whole(3)).toBe('47/47');
  });

  test('hide more completed than agreed ones where the year before hides how many were agreed', () => {
    const agreedBefore = (unitId: string, count: number, changes = {}) =>
      many(unitId, count, { agreedOn: day('2025-05-01'), ...changes });
    const facts = factsOf([
      ...[agreedBefore('a', 4, completed), agreedBefore('b', 1), agreedBefore('c', 20), agreedBefore('d', 20)].flat(),
      ...[many('a', 6, completed), many('b', 20, completed), many('c', 30, completed), many('d', 30, completed)].flat(),
    ]);
    const [alone, after] = [new YearSeen(facts), new YearSeen(facts, undefined, yearBeforeBy(facts))];
    // Four of the ten were agreed in the year before, which shows five of both units together.
    expect(alone.parts(22, 'unit')).toMatchObject({ a: '10/10', b: '20/20' });
    expect(after.parts(22, 'unit')).toMatchObject({ a: 'small-numbers', b: 'small-numbers', c: '30/30', d: '30/30' });
    expect(after.parts(27, 'unit')).toMatchObject({ a: '6/86', b: '20/86' });
  });

  test('hide who was judged where few were the year before, and more are judged than completed', () => {
    const completedBefore = (count: number, changes = {}) =>
      many('a', count, { agreedOn: day('2025-01-10'), ended: { on: day('2025-03-01'), how: 'completed' }, ...changes });
    const facts = factsOf([
      ...completedBefore(1, { effect: { on: day('2025-05-01'), effect: 'worked' } }),
      ...completedBefore(20, { effect: { on: day('2025-10-01'), effect: 'worked' } }),
      ...many('a', 30),
      ...many('a', 10, judged),
    ]);
    expect(new YearSeen(facts).whole(24)).toBe('30/30');
    // 31 actions are completed and 30 of them are judged, so at most one was judged before.
    const after = new YearSeen(facts, undefined, yearBeforeBy(facts));
    expect([22, 24, 21].map((id) => after.whole(id))).toEqual(['10/10', 'small-numbers', 'small-numbers']);
  });
});
