import { describe, expect, test } from '@jest/globals';
import type { CalendarDate } from '#platform/kernel';
import { day, factsOf } from './children.examples.js';
import { servicesOfOne, withoutSingleEmployees, type Narrowed } from './single-employees.js';

const member = (personId: string, to: string | null = null) => ({
  personId,
  memberships: [{ roleId: personId, serviceId: 's', from: day('2026-01-01'), to: to as CalendarDate | null }],
});
const services = [{ serviceId: 's', name: 's', serviceUnitId: null, closures: [] }];
const three = factsOf([], { people: [member('p'), member('q'), member('r')], services });
const figure = (denominator: number) => ({ numerator: 1, denominator, value: 1, spread: null, asides: [] });
const partsOf = (...sizes: readonly (readonly [string, number])[]) => ({
  whole: figure(sizes.reduce((sum, [, size]) => sum + size, 0)),
  parts: sizes.map(([key, size]) => ({ key, figure: figure(size) })),
});

describe('a service', () => {
  test.each([
    ['with two active members counts as one employee', [member('p'), member('q'), member('r', '2026-08-29')], true],
    ['with three does not', [member('p'), member('q'), member('r', '2026-08-30')], false],
  ])('%s', (_, people, expected) => {
    expect(servicesOfOne(factsOf([], { people, services }), day('2026-08-30')).has('s')).toBe(expected);
  });
});

describe('figures about the organisation', () => {
  const shownAs = (narrowed: Narrowed, of: ReturnType<typeof partsOf>, facts = three) => {
    const { whole, parts } = withoutSingleEmployees(of, facts, narrowed);
    return [whole, ...parts!.map((it) => it.figure)].map((it) => ('hidden' in it ? it.hidden : it.denominator));
  };

  test('divided by service hide that of one employee, and the smallest other one, since the whole would tell it', () => {
    const alone = factsOf([], { people: [member('p')], services });
    const divided = partsOf(['s', 20], ['t', 30], ['u', 40]);
    expect(shownAs({ filter: {}, by: 'service' }, divided, alone)).toEqual([90, 'one-employee', 'one-employee', 40]);
  });

  test('divided by service hide nothing where every service has enough members', () => {
    const divided = partsOf(['s', 20], ['none', 30]);
    expect(shownAs({ filter: {}, by: 'service' }, divided)).toEqual([50, 20, 30]);
  });

  test('narrowed to a service and to a unit are hidden, however many members the service has', () => {
    const [unitIds, serviceIds] = [['a'], ['s']];
    const divided = partsOf(['a', 3], ['b', 4]);
    expect(shownAs({ filter: { serviceIds }, by: 'month' }, divided)).toEqual([7, 3, 4]);
    expect(shownAs({ filter: { serviceIds }, by: 'unit' }, divided)).toEqual([7, 'one-employee', 'one-employee']);
    expect(shownAs({ filter: { serviceIds }, by: 'area' }, divided)).toEqual([7, 'one-employee', 'one-employee']);
    expect(shownAs({ filter: { unitIds }, by: 'service' }, partsOf(['s', 3], ['t', 4]))).toEqual([
      7,
      'one-employee',
      'one-employee',
    ]);
    expect(shownAs({ filter: { unitIds, serviceIds }, by: 'month' }, divided)).toEqual([
      'one-employee',
      'one-employee',
      'one-employee',
    ]);
  });
});
