import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { isRefused, type CalendarDate, type MeetingId, type TimeOfDay } from '#platform/kernel';
import type { Outcome } from '#platform/streams';
import { otherUnitId, unitId } from './domain/meeting/meeting.examples.js';
import { CancelMeeting } from './features/cancel-meeting.js';
import { GiveNotice } from './features/give-notice.js';
import { MoveMeeting } from './features/move-meeting.js';
import { PlanMeeting, PlanMeetingBody } from './features/plan-meeting.js';
import { PostponeMeeting } from './features/postpone-meeting.js';
import { asker, context, guestUnitId, openMeetings, type MeetingsUnderTest } from './meetings.examples.js';

// Concurrent commands, before any read model can have processed the first of them.

jest.setTimeout(60_000);

let underTest: MeetingsUnderTest;
beforeAll(async () => {
  underTest = await openMeetings();
});
afterAll(() => underTest.close());

const plan = (on: string, changes: object = {}, key = context()): Promise<Outcome> =>
  underTest.commands.execute(
    new PlanMeeting(
      PlanMeetingBody.parse({ unitIds: [unitId], on, startsAt: '12:30', force: true, ...changes }),
      asker('coordinator'),
      key,
    ),
  );
const rulesOf = (outcomes: readonly Outcome[]) =>
  outcomes.map((it) => (isRefused(it) ? it.refused.map(({ rule }) => rule).join() : 'planned')).toSorted();
const onceOf = (count: number) => [...Array<string>(count - 1).fill('UNIT_MEETS_ALREADY'), 'planned'];
const planned = async (on: string, changes: object = {}): Promise<MeetingId> => {
  const outcome = await plan(on, changes);
  if (isRefused(outcome)) throw new Error(JSON.stringify(outcome));
  return outcome.id as MeetingId;
};
const move = (meetingId: MeetingId, on: string, startsAt = '12:30'): Promise<Outcome> =>
  underTest.commands.execute(
    new MoveMeeting(
      meetingId,
      { on: on as CalendarDate, startsAt: startsAt as TimeOfDay, reason: null, force: true },
      asker('coordinator'),
      context(),
    ),
  );

test('of twenty concurrent requests to plan at the same hour, one is accepted', async () => {
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => plan('2027-01-11')));
  expect(rulesOf(outcomes)).toEqual(onceOf(20));
});

test('twenty concurrent requests with one idempotency key plan one meeting and get the same answer', async () => {
  const key = context();
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => plan('2027-01-12', {}, key)));
  expect(new Set(outcomes.map((it) => (isRefused(it) ? it : it.id))).size).toBe(1);
  expect(rulesOf(outcomes)).toEqual(Array<string>(20).fill('planned'));
});

test('of concurrent overlapping meetings of any kind, one is accepted, whichever unit hosts it', async () => {
  const wishes = Array.from({ length: 20 }, (_, i) => {
    const startsAt = `12:${String(10 + 2 * i)}`;
    const kinds = [
      { kind: 'ordinary', unitIds: [unitId] },
      { kind: 'extraordinary', reason: 'skade på bygget', unitIds: [unitId] },
      { kind: 'joint', unitIds: [unitId, guestUnitId] },
      { kind: 'joint', unitIds: [otherUnitId, unitId] },
    ];
    return plan('2027-01-13', { startsAt, ...kinds[i % kinds.length] });
  });
  expect(rulesOf(await Promise.all(wishes))).toEqual(onceOf(20));
});

test('of two concurrent joint meetings of the same units, one is accepted and keeps its hour', async () => {
  const both = [
    [unitId, otherUnitId],
    [otherUnitId, unitId],
  ];
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, (_, i) => plan('2027-01-14', { kind: 'joint', unitIds: both[i % 2] })),
  );
  expect(rulesOf(outcomes)).toEqual(onceOf(20));
  expect(rulesOf([await plan('2027-01-14'), await plan('2027-01-14', { unitIds: [otherUnitId] })])).toEqual([
    'UNIT_MEETS_ALREADY',
    'UNIT_MEETS_ALREADY',
  ]);
});

test('of meetings moved to the same hour concurrently, one is moved and the others keep their hours', async () => {
  const ids = await Promise.all(
    Array.from({ length: 8 }, (_, i) => planned('2027-02-01', { startsAt: `${String(8 + i).padStart(2, '0')}:00` })),
  );
  const outcomes = await Promise.all(ids.map((id) => move(id, '2027-02-02')));
  expect(rulesOf(outcomes)).toEqual(onceOf(8));
  const stand = await Promise.all(ids.map((id) => underTest.meetings.load(id, '9901')));
  expect(stand.filter(({ state }) => state.status !== 'unplanned' && state.on === '2027-02-02')).toHaveLength(1);
});

test('a postponement to a booked hour is refused; to a free hour it books it', async () => {
  const [called, later] = [await planned('2027-02-03'), await planned('2027-02-04')];
  await underTest.commands.execute(new GiveNotice(called, { agenda: null }, asker(), context()));
  const postpone = (startsAt: string): Promise<Outcome> =>
    underTest.commands.execute(
      new PostponeMeeting(
        called,
        { on: '2027-02-04' as CalendarDate, startsAt: startsAt as TimeOfDay, reason: 'sykdom', force: true },
        asker('coordinator'),
        context(),
      ),
    );
  expect(rulesOf([await postpone('13:00')])).toEqual(['UNIT_MEETS_ALREADY']);
  expect(rulesOf([await postpone('14:00')])).toEqual(['planned']);
  expect(rulesOf([await move(later, '2027-02-04', '14:30')])).toEqual(['UNIT_MEETS_ALREADY']);
});

test('the hour of a moved or cancelled meeting is free at once', async () => {
  const moved = await planned('2027-02-08');
  expect(rulesOf([await move(moved, '2027-02-09'), await plan('2027-02-08')])).toEqual(['planned', 'planned']);
  const cancelled = await planned('2027-02-10');
  await underTest.commands.execute(new CancelMeeting(cancelled, { reason: 'streik' }, asker(), context()));
  expect(rulesOf([await plan('2027-02-10')])).toEqual(['planned']);
});

test('a meeting that is refused for another reason books no hour', async () => {
  expect(rulesOf([await plan('2027-02-11', { kind: 'extraordinary' })])).toEqual(['EXTRAORDINARY_WITHOUT_REASON']);
  expect(rulesOf([await plan('2027-02-11')])).toEqual(['planned']);
});
