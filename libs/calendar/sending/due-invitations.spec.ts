import { expect, test } from '@jest/globals';
import type { CalendarDate } from '#platform/kernel';
import type { AppointmentRow } from '../read-models/appointment/appointment.entity.js';
import { dueInvitations } from './due-invitations.js';

const today = '2026-11-30' as CalendarDate;
const row = (changes: Partial<AppointmentRow>): AppointmentRow => ({
  meetingId: 'm',
  tenant: '9999',
  kind: 'ordinary',
  unitIds: ['school'],
  on: '2026-12-08' as CalendarDate,
  startsAt: '12:00',
  place: null,
  sequence: 0,
  isCancelled: false,
  isHeld: false,
  changedAt: '2026-11-01T08:00:00.000Z',
  calledIds: [],
  invited: {},
  answers: {},
  ...changes,
});
const due = (changes: Partial<AppointmentRow>) =>
  dueInvitations([row(changes)], today).map(({ personId, kind, period }) => [personId, kind, period]);
const at = '2026-11-15T08:00:00.000Z';
const called = (calls = 1) => ({ calls, since: 0, isCalled: true, at });
const leftOut = (calls = 1) => ({ calls, since: 0, isCalled: false, at });

test('a planned meeting invites nobody before its notice', () => expect(due({})).toEqual([]));
test('those of the notice are invited', () =>
  expect(due({ invited: { kari: called() } })).toEqual([['kari', 'invitation', 'm/1.0']]));
test('a change of time or place is another invitation to the same appointment', () =>
  expect(due({ invited: { kari: called() }, sequence: 2 })).toEqual([['kari', 'invitation', 'm/1.2']]));
test('those who are left out of a later notice get a withdrawal', () =>
  expect(due({ invited: { kari: called(), ola: leftOut() } })).toEqual([
    ['kari', 'invitation', 'm/1.0'],
    ['ola', 'invitation-withdrawn', 'm/1.0'],
  ]));
test('those who are called anew are invited again', () =>
  expect(due({ invited: { ola: called(2) } })).toEqual([['ola', 'invitation', 'm/2.0']]));
test('a cancelled meeting is withdrawn from everyone', () =>
  expect(due({ invited: { kari: called() }, isCancelled: true, sequence: 1 })).toEqual([
    ['kari', 'invitation-withdrawn', 'm/1.1'],
  ]));
test('nothing is sent about a meeting of the past, or one that was held', () => {
  expect(due({ invited: { kari: called() }, on: '2026-11-29' as CalendarDate })).toEqual([]);
  expect(due({ invited: { kari: called() }, isHeld: true })).toEqual([]);
});

test('an invitation is as old as the call, or as the last change of the appointment', () => {
  const sinceOf = (changedAt: string) =>
    dueInvitations([row({ invited: { kari: called() }, changedAt })], today).map(({ since }) => since);
  expect(sinceOf('2026-11-01T08:00:00.000Z')).toEqual([at]);
  expect(sinceOf('2026-11-20T08:00:00.000Z')).toEqual(['2026-11-20T08:00:00.000Z']);
});
