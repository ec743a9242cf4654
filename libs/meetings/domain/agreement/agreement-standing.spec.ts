import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CalendarDate, MeetingId, PersonId, ServiceId, TimeOfDay } from '#platform/kernel';
import type { AgreementContent, AgreementParty } from '../../contract/agreement.events.js';
import { changesSince, isUnchanged } from './agreement-changes.js';
import { standingOf } from './agreement-standing.js';

const day = (text: string) => text as CalendarDate;
const id = (n: number) => `018f0c5e-0000-7000-8000-00000000000${n}`;
const meeting = (n: number, on: string, startsAt = '12:30') => ({
  meetingId: id(n) as MeetingId,
  on: day(on),
  startsAt: startsAt as TimeOfDay,
});
const agreed: AgreementContent = {
  dates: [meeting(1, '2026-09-08'), meeting(2, '2026-10-13')],
  members: [{ personId: id(1) as PersonId, deputyId: null }],
  services: [{ serviceId: id(1) as ServiceId, mustAttend: true }],
};
const version = (n: number, ...approvals: AgreementParty[]) => ({
  version: n,
  content: agreed,
  approvals: approvals.map((party) => ({ party })),
});
const today = day('2026-09-20');

test.each([
  ['nothing is proposed', [], { state: 'none', waitsFor: [], holds: null }],
  ['neither has approved', [version(1)], { state: 'waiting', waitsFor: ['unit', 'services'], holds: null }],
  ['one has approved', [version(1, 'services')], { state: 'waiting', waitsFor: ['unit'], holds: null }],
  ['both have approved', [version(1, 'services', 'unit')], { state: 'approved', waitsFor: [], holds: 1 }],
  [
    'a new version waits, while the one before holds',
    [version(1, 'unit', 'services'), version(2, 'unit')],
    { state: 'waiting', waitsFor: ['services'], holds: 1 },
  ],
])('%s', (_, versions, expected) => {
  expect(standingOf(versions, agreed, today)).toMatchObject(expected);
});

test('an approved agreement is changed when the plan is', () => {
  const present = { ...agreed, dates: [meeting(1, '2026-09-08'), meeting(2, '2026-10-20')] };
  const { state, holds, changes } = standingOf([version(1, 'unit', 'services')], present, today);
  expect([state, holds]).toEqual(['changed', 1]);
  expect(changes?.dates.moved).toEqual([
    { from: { on: '2026-10-13', startsAt: '12:30' }, to: { on: '2026-10-20', startsAt: '12:30' } },
  ]);
});

test('a meeting that was held on another day, and one that was cancelled before today, change nothing', () => {
  const present = { ...agreed, dates: [meeting(1, '2026-09-10'), meeting(2, '2026-10-13')] };
  expect(isUnchanged(changesSince(agreed, present, today))).toBe(true);
  expect(isUnchanged(changesSince(agreed, { ...agreed, dates: [meeting(2, '2026-10-13')] }, today))).toBe(true);
});

test('a meeting that was moved from a day that has passed to one that has not is a change', () => {
  const present = { ...agreed, dates: [meeting(1, '2026-09-29'), meeting(2, '2026-10-13')] };
  expect(changesSince(agreed, present, today).dates.moved).toHaveLength(1);
});

test('members, deputies, services and their duty are compared', () => {
  const present: AgreementContent = {
    ...agreed,
    members: [
      { personId: id(1) as PersonId, deputyId: id(2) as PersonId },
      { personId: id(3) as PersonId, deputyId: null },
    ],
    services: [
      { serviceId: id(1) as ServiceId, mustAttend: false },
      { serviceId: id(4) as ServiceId, mustAttend: true },
    ],
  };
  expect(changesSince(agreed, present, today)).toMatchObject({
    members: { added: [id(3)], removed: [], otherDeputy: [id(1)] },
    services: { added: [id(4)], removed: [], otherDuty: [id(1)] },
  });
});

const anyContent: fc.Arbitrary<AgreementContent> = fc.record({
  dates: fc.uniqueArray(
    fc
      .tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom('2026-09-08', '2026-09-20', '2027-03-01'))
      .map(([n, on]) => meeting(n, on)),
    { selector: ({ meetingId }) => meetingId },
  ),
  members: fc.uniqueArray(
    fc.record({
      personId: fc.integer({ min: 1, max: 9 }).map((n) => id(n) as PersonId),
      deputyId: fc.option(fc.integer({ min: 1, max: 9 }).map((n) => id(n) as PersonId)),
    }),
    { selector: ({ personId }) => personId },
  ),
  services: fc.uniqueArray(
    fc.record({ serviceId: fc.integer({ min: 1, max: 9 }).map((n) => id(n) as ServiceId), mustAttend: fc.boolean() }),
    { selector: ({ serviceId }) => serviceId },
  ),
});

test('nothing has changed since the same content, and what was added one way was removed the other way', () => {
  fc.assert(
    fc.property(anyContent, anyContent, (before, after) => {
      expect(isUnchanged(changesSince(before, before, today))).toBe(true);
      const there = changesSince(before, after, today);
      const back = changesSince(after, before, today);
      expect(there.members.added).toEqual(back.members.removed);
      expect(there.services.added).toEqual(back.services.removed);
      expect(there.dates.added).toEqual(back.dates.removed);
      expect(there.dates.moved).toHaveLength(back.dates.moved.length);
    }),
    { seed: 22 },
  );
});
