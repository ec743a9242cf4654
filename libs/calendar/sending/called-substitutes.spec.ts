import { expect, test } from '@jest/globals';
import type { CalendarDate } from '#platform/kernel';
import type { HeldRole } from '#registry/contract';
import { calledSubstitutes } from './called-substitutes.js';

const day = (text: string) => text as CalendarDate;
const role = (changes: Partial<HeldRole> = {}): HeldRole => ({
  ...{ roleId: 'r', role: 'service-member', unitId: null, serviceId: 'ppt', serviceUnitId: null },
  ...{ from: day('2020-08-01'), to: null, ...changes },
});
const standIn = (absentId: string) => role({ from: day('2026-12-01'), to: day('2026-12-11'), standsInFor: absentId });
const people = [
  { personId: 'ill', roles: [role()] },
  { personId: 'away', roles: [role({ serviceId: 'nurses' })] },
  { personId: 'substitute', roles: [standIn('ill'), { ...standIn('away'), serviceId: 'nurses' }] },
];
const called = { calls: 1, since: 0, isCalled: true, at: '2026-11-15T08:00:00.000Z' };
const substitutes = (on: string, invited: Parameters<ReturnType<typeof calledSubstitutes>>[0]['invited']) =>
  calledSubstitutes(people)({ on: day(on), invited });

test('the substitute of somebody who is called is called to a meeting in those days', () => {
  expect(substitutes('2026-12-11', { ill: called })).toEqual([
    { personId: 'substitute', absentId: 'ill', roleId: 'r' },
  ]);
  expect(substitutes('2026-12-12', { ill: called })).toEqual([]);
});

test('but not to one to which the other is called no longer', () => {
  expect(substitutes('2026-12-08', { ill: { ...called, isCalled: false } })).toEqual([]);
});

test('one who stands in for two is called once, and not besides a call of their own', () => {
  expect(substitutes('2026-12-08', { ill: called, away: called })).toEqual([
    { personId: 'substitute', absentId: 'ill', roleId: 'r' },
  ]);
  expect(substitutes('2026-12-08', { ill: called, substitute: called })).toEqual([]);
});
