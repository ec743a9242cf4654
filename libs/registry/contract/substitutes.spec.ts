import { describe, expect, test } from '@jest/globals';
import type { CalendarDate } from '#platform/kernel';
import type { HeldRole } from './directory.js';
import { isEverSubstitute, substitutesByDay, substitutesOn } from './substitutes.js';

const day = (text: string) => text as CalendarDate;
const role = (changes: Partial<HeldRole> = {}): HeldRole => ({
  roleId: 'r',
  role: 'unit-leader',
  unitId: '974552876',
  serviceId: null,
  serviceUnitId: null,
  from: day('2020-08-01'),
  to: null,
  ...changes,
});
const standIn = (changes: Partial<HeldRole> = {}) =>
  role({ from: day('2026-11-02'), to: day('2026-11-30'), standsInFor: 'ill', ...changes });
const ill = { personId: 'ill', roles: [role()] };
const on = day('2026-11-10');

describe('somebody for whom another stands in', () => {
  test('is away from the first to the last day, and the substitute is told instead', () => {
    const people = [ill, { personId: 'sub', roles: [standIn()] }];
    const told = (text: string) => substitutesOn(people, day(text)).insteadOf('ill');
    expect(['2026-11-01', '2026-11-02', '2026-11-30', '2026-12-01'].map(told)).toEqual([
      ['ill'],
      ['sub'],
      ['sub'],
      ['ill'],
    ]);
  });

  test('is at work while nobody stands in for another role of theirs', () => {
    const people = [
      { personId: 'ill', roles: [role(), role({ role: 'coordinator', unitId: null })] },
      { personId: 'sub', roles: [standIn()] },
    ];
    expect(substitutesOn(people, on).isAway('ill')).toBe(false);
  });

  test('is not away by a substitute in the same role elsewhere', () => {
    const people = [ill, { personId: 'sub', roles: [standIn({ unitId: '974557746' })] }];
    expect(substitutesOn(people, on).isAway('ill')).toBe(false);
  });

  test('may have a substitute in each role', () => {
    const people = [
      { personId: 'ill', roles: [role(), role({ role: 'meeting-chair' })] },
      { personId: 'one', roles: [standIn()] },
      { personId: 'two', roles: [standIn({ role: 'meeting-chair' })] },
    ];
    expect(substitutesOn(people, on).insteadOf('ill')).toEqual(['one', 'two']);
  });
});

test('nobody is away where nobody stands in', () => {
  expect(substitutesOn([ill], on).insteadOf('ill')).toEqual(['ill']);
});

test('a substitute stands in for those who are away, on those days only', () => {
  const people = [ill, { personId: 'sub', roles: [standIn()] }];
  const of = substitutesByDay(people);
  expect(of(on).standsInFor('sub')).toEqual(['ill']);
  expect(of(day('2026-12-01')).standsInFor('sub')).toEqual([]);
  expect([of(on).standsInFor('ill'), of(on)]).toEqual([[], of(on)]);
  expect(people.map(isEverSubstitute)).toEqual([false, true]);
});
