import { expect, test } from '@jest/globals';
import type { CalendarDate, ServiceId } from '#platform/kernel';
import type { HeldRole } from '#registry/contract';
import { approversOf, type PossibleApprovers } from './approvers.js';

const day = (text: string) => text as CalendarDate;
const role = (name: HeldRole['role'], place: Partial<HeldRole> = {}, to: string | null = null): HeldRole =>
  ({
    ...{ roleId: name, role: name, unitId: null, serviceId: null, serviceUnitId: null, from: day('2020-08-01') },
    ...{ to, ...place },
  }) as HeldRole;
const people = [
  { personId: 'head', roles: [role('unit-leader', { unitId: 'school' })] },
  {
    personId: 'former head',
    roles: [role('unit-leader', { unitId: 'school' }, '2026-07-31')],
  },
  { personId: 'chair', roles: [role('meeting-chair', { unitId: 'school' })] },
  { personId: 'leader', roles: [role('service-unit-leader', { serviceUnitId: 'bfe' })] },
  { personId: 'coordinator', roles: [role('coordinator')] },
];
const facts: PossibleApprovers = {
  ...{ day: day('2026-09-01'), people },
  services: [
    { serviceId: 'ppt', serviceUnitId: 'bfe' },
    { serviceId: 'child welfare', serviceUnitId: null },
  ],
};
const agreed = (...ids: string[]) => ({
  services: ids.map((serviceId) => ({ serviceId: serviceId as ServiceId, mustAttend: true })),
});

test('the unit’s leader of the day approves for the unit', () => {
  expect(approversOf('unit', 'school', agreed('ppt'), facts)).toEqual(['head']);
  expect(approversOf('unit', 'another', agreed('ppt'), facts)).toEqual([]);
});

test('the leader of one of the services approves for all of them', () => {
  expect(approversOf('services', 'school', agreed('child welfare', 'ppt'), facts)).toEqual(['leader']);
});

test('where none of the services has a leader, the coordinator does', () => {
  expect(approversOf('services', 'school', agreed('child welfare'), facts)).toEqual(['coordinator']);
});
