import { expect, test } from '@jest/globals';
import { dayToShow, meetingOf } from './strip-meeting.js';

type Meetings = Parameters<typeof meetingOf>[0]['meetings'];
const month = (...meetings: readonly (readonly [on: string, state: Meetings[number]['state']])[]) => ({
  meetings: meetings.map(([on, state]) => ({ meetingId: `of ${on}`, on, state, filedOn: null })),
});

test('a month links to the meeting without a protocol, else to one that was held, else to the next', () => {
  const all = month(['2026-11-04', 'filed'], ['2026-11-25', 'planned'], ['2026-11-18', 'held']);
  expect([meetingOf(all), dayToShow(all)]).toEqual(['of 2026-11-18', '2026-11-18']);
  expect(meetingOf(month(['2026-11-25', 'planned'], ['2026-11-04', 'filed']))).toBe('of 2026-11-04');
  expect(meetingOf(month(['2026-11-25', 'planned'], ['2026-11-11', 'planned']))).toBe('of 2026-11-11');
});

test('a cancelled meeting gets no link', () => {
  expect(meetingOf(month(['2026-11-04', 'cancelled']))).toBeUndefined();
  expect(dayToShow(month())).toBeUndefined();
});
