import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { isRefused, type Month, type SchoolYear, type TimeOfDay } from '#platform/kernel';
import { otherUnitId } from './domain/meeting/meeting.examples.js';
import { ordinaryMeetingId } from './domain/school-year/school-year.decider.js';
import { CancelMeeting } from './features/cancel-meeting.js';
import { PlanSchoolYear } from './features/plan-school-year.js';
import { asker, context, openMeetings, type MeetingsUnderTest } from './meetings.examples.js';
import { MeetingPage } from './read-models/meeting-register/meeting.dto.js';
import { ListMeetings } from './read-models/meeting-register/meeting.query.js';

jest.setTimeout(30_000);

const year = 2027 as SchoolYear;
let underTest: MeetingsUnderTest;
beforeAll(async () => {
  underTest = await openMeetings();
});
afterAll(() => underTest.close());

test('a month whose meeting was cancelled can be planned again, and shows the new meeting', async () => {
  const rule = { nth: 3 as const, weekday: 2, startsAt: '12:30' as TimeOfDay };
  const decide = (changes: object) =>
    underTest.commands.execute(
      new PlanSchoolYear(otherUnitId, year, { rule, place: null, force: false, ...changes }, context()),
    );
  const months = ['2028-03' as Month];
  expect(isRefused(await decide({ months }))).toBe(false);
  await underTest.react();
  expect(await decide({ months })).toMatchObject({ refused: [{ rule: 'MONTH_ALREADY_PLANNED' }] });
  const cancelled = ordinaryMeetingId(otherUnitId, year, months[0]!);
  await underTest.commands.execute(new CancelMeeting(cancelled, { reason: 'streik' }, asker('coordinator'), context()));
  expect(isRefused(await decide({ months }))).toBe(false);
  expect(await decide({ months })).toMatchObject({ refused: [{ rule: 'MONTH_ALREADY_PLANNED' }] });
  await underTest.react();
  await underTest.seen();
  const { items } = MeetingPage.parse(
    await underTest.queries.execute(
      new ListMeetings({ page: 1, size: 5, unitId: otherUnitId, schoolYear: year }, asker('coordinator')),
    ),
  );
  expect(items.map(({ on, state }) => [on, state]).toSorted()).toEqual([
    ['2028-03-21', 'cancelled'],
    ['2028-03-21', 'planned'],
  ]);
});
