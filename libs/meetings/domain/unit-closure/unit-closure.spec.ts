import { expect, test } from '@jest/globals';
import type { CalendarDate, MeetingId, UnitId } from '#platform/kernel';
import { specification } from '../../../platform/kernel/specification.js';
import {
  ClosedUnitsMeetingsListed,
  UnitClosureFollowed,
  UnitClosureLifted,
} from '../../contract/unit-closure.events.js';
import { closingReason } from './closing-reason.js';
import type { ListMeetings, UnitClosureCommand } from './unit-closure.commands.js';
import { unitClosure } from './unit-closure.decider.js';

const unitId = '310000000' as UnitId;
const day = (text: string) => text as CalendarDate;
const meeting = (n: number, on: string) => ({
  meetingId: `018f0c5e-0000-7000-8000-0000000000a${n}` as MeetingId,
  on: day(on),
});
const reason = 'Slått sammen';
const follow = (lastDay: string): UnitClosureCommand => ({
  type: 'FollowClosure',
  unitId,
  lastDay: day(lastDay),
  reason,
});
const lift: UnitClosureCommand = { type: 'LiftClosure', unitId };
const list = (...coming: ListMeetings['coming']): ListMeetings => ({
  type: 'ListMeetings',
  unitId,
  knownTo: '1',
  coming,
  languageForm: 'nb',
});
const followed = (lastDay: string) => UnitClosureFollowed({ unitId, lastDay: day(lastDay), reason });
const lifted = UnitClosureLifted({ unitId });

const a = specification('the closure of a unit, as its meetings follow it', unitClosure);

a.accepts('a closure').given().when(follow('2027-07-31')).then(followed('2027-07-31'));
a.accepts('the same closure again, which changes nothing')
  .given(followed('2027-07-31'))
  .when(follow('2027-07-31'))
  .then();
a.accepts('another last day').given(followed('2027-07-31')).when(follow('2027-12-31')).then(followed('2027-12-31'));
a.accepts('being withdrawn').given(followed('2027-07-31')).when(lift).then(lifted);
a.accepts('the reopening of a unit without a known closure, which changes nothing').given().when(lift).then();
a.accepts('a closure after one that was withdrawn')
  .given(followed('2027-07-31'), lifted)
  .when(follow('2027-07-31'))
  .then(followed('2027-07-31'));
a.accepts('a list of meetings, and records those after the last open day')
  .given(followed('2027-07-31'))
  .when(list(meeting(1, '2027-06-09'), meeting(2, '2027-07-31'), meeting(3, '2027-08-01')))
  .then(
    ClosedUnitsMeetingsListed({
      unitId,
      lastDay: day('2027-07-31'),
      reason: 'Enheten legges ned 31. juli 2027. Slått sammen',
      meetings: [meeting(3, '2027-08-01')],
    }),
  );
a.accepts('a list of meetings all held before it, and records none')
  .given(followed('2027-07-31'))
  .when(list(meeting(1, '2027-06-09')))
  .then();
a.accepts('a list of meetings after it was withdrawn, and records none')
  .given(followed('2027-07-31'), lifted)
  .when(list(meeting(3, '2027-08-01')))
  .then();

test('the cancellation reason is in the municipality’s form of Norwegian', () => {
  expect(closingReason(day('2027-01-01'), reason, 'nn')).toBe('Eininga vert lagd ned 1. januar 2027. Slått sammen');
  expect(closingReason(day('2027-01-01'), '', 'neutral')).toBe('Enheten legges ned 1. januar 2027.');
});

test('a reason that a meeting may not contain is left out', () => {
  const alone = 'Enheten legges ned 1. januar 2027.';
  expect(closingReason(day('2027-01-01'), 'x'.repeat(500), 'nb')).toBe(alone);
  expect(closingReason(day('2027-01-01'), 'gjelder 158170 12345', 'nb')).toBe(alone);
});
