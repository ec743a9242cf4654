import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { isRefused, type CalendarDate, type Month, type SchoolYear, type TimeOfDay } from '#platform/kernel';
import type { Outcome } from '#platform/streams';
import { unitId } from './domain/meeting/meeting.examples.js';
import { PlanMeeting, PlanMeetingBody } from './features/plan-meeting.js';
import { PlanSchoolYear } from './features/plan-school-year.js';
import { asker, context, guestUnitId, openMeetings, type MeetingsUnderTest } from './meetings.examples.js';

// The kindergarten meets at the school's table: the school's year plan takes hours of the kindergarten too.

jest.setTimeout(60_000);

const year = 2027 as SchoolYear;
const rule = { nth: 2 as const, weekday: 3, startsAt: '12:30' as TimeOfDay };
let underTest: MeetingsUnderTest;
beforeAll(async () => {
  underTest = await openMeetings();
});
afterAll(() => underTest.close());

const planYear = (on: string): Promise<Outcome> =>
  underTest.commands.execute(
    new PlanSchoolYear(
      unitId,
      year,
      {
        rule,
        place: null,
        force: true,
        meetings: [{ month: on.slice(0, 7) as Month, on: on as CalendarDate, startsAt: '12:30' as TimeOfDay }],
      },
      context(),
    ),
  );
const planOne = (on: string, startsAt = '12:45'): Promise<Outcome> =>
  underTest.commands.execute(
    new PlanMeeting(
      PlanMeetingBody.parse({ unitIds: [guestUnitId], on, startsAt, force: true }),
      asker('coordinator'),
      context(),
    ),
  );
const rules = (outcome: Outcome) => (isRefused(outcome) ? outcome.refused.map(({ rule: it }) => it).join() : 'planned');

test('of a year plan and a meeting of the guest alone at the same hour, sent concurrently, one is accepted', async () => {
  for (const [i, month] of ['2027-09', '2027-10', '2027-11', '2028-01', '2028-02'].entries()) {
    const on = `${month}-1${i}`;
    const outcomes = await Promise.all(i % 2 === 0 ? [planYear(on), planOne(on)] : [planOne(on), planYear(on)]);
    expect(outcomes.map(rules).toSorted()).toEqual(['UNIT_MEETS_ALREADY', 'planned']);
  }
});

test('a refused plan releases the guest’s booked hours', async () => {
  await planOne('2028-03-15');
  expect(rules(await planYear('2028-03-15'))).toBe('UNIT_MEETS_ALREADY');
  expect(rules(await planOne('2028-03-15', '14:00'))).toBe('planned');
  expect(rules(await planYear('2028-03-16'))).toBe('planned');
  expect(rules(await planOne('2028-03-16'))).toBe('UNIT_MEETS_ALREADY');
});
