import { expect, test } from '@jest/globals';
import { dayToShow, meetingOf } from './strip-meeting.js';

type Meetings = Parameters<typeof meetingOf>[0]['meetings'];
const month = (...meetings: readonly (readonly [on: string, state: Meetings[number]['state']])[]) => ({
  meetings: meetings.map(([on, state]) => ({ meetingId: `of ${on}`, on, state, filedOn: null })),
});

test('a month leads to the meeting that waits for its protocol, then to one that was held, then to the next', () => {
  const all = month(['2026-11-04', 'filed'], ['2026-11-25', 'planned'], ['2026-11-18', 'held']);
  expect([meetingOf(all), dayToShow(all)]).toEqual(['of 2026-11-18', '2026-11-18']);
  expect(meetingOf(month(['2026-11-25', 'planned'], ['2026-11-04', 'filed']))).toBe('of 2026-11-04');
  expect(meetingOf(month(['2026-11-25', 'planned'], ['2026-11-11', 'planned']))).toBe('of 2026-11-11');
});

test('a cancelled meeting is nothing to go to', () => {
  expect(meetingOf(month(['2026-11-04', 'cancelled']))).toBeUndefined();
  expect(dayToShow(month())).toBeUndefined();
});
