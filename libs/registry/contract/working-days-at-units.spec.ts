import { expect, test } from '@jest/globals';
import { isPublicHoliday } from '#platform/holidays';
import { CalendarDate, SchoolYear } from '#platform/kernel';
import { workingDaysAtUnits } from './working-days-at-units.js';

const day = (text: string) => CalendarDate.parse(text);
const autumnHoliday = {
  schoolYear: SchoolYear.parse(2026),
  kind: 'school' as const,
  firstDay: day('2026-08-17'),
  lastDay: day('2027-06-18'),
  closed: [{ from: day('2026-09-28'), to: day('2026-10-02'), reason: 'høstferie' }],
};
const { since, isFreeAt } = workingDaysAtUnits(day('2026-10-05'), {
  units: [
    { unitId: 'school', kind: 'school' },
    { unitId: 'kindergarten', kind: 'kindergarten' },
  ],
  calendars: [autumnHoliday],
  isPublicHoliday,
});

test('lateness is counted in working days at the unit, without weekends and its own holidays', () => {
  const from = day('2026-09-24');
  expect(since(from, ['school'])).toBe(2);
  expect(since(from, ['kindergarten'])).toBe(7);
  expect(since(from, ['nobody knows it'])).toBe(7);
});
test('at a joint meeting, the working days of the first unit count', () => {
  expect(since(day('2026-09-24'), ['school', 'kindergarten'])).toBe(2);
  expect(isFreeAt(['kindergarten', 'school'])(day('2026-09-30'))).toBe(false);
});
test('nothing is late on the day itself, nor before it', () => {
  expect([since(day('2026-10-05'), ['school']), since(day('2026-12-01'), ['school'])]).toEqual([0, 0]);
});
test('July adds nothing to what is late at a school, and its working days to what is late at a kindergarten', () => {
  const units = [
    { unitId: 'school', kind: 'school' as const },
    { unitId: 'kindergarten', kind: 'kindergarten' as const },
  ];
  const after = (today: string) => workingDaysAtUnits(day(today), { units, calendars: [], isPublicHoliday });
  const from = day('2027-06-23');
  expect(['2027-06-30', '2027-07-31', '2027-08-02'].map((it) => after(it).since(from, ['school']))).toEqual([5, 5, 6]);
  expect(['2027-06-30', '2027-07-31'].map((it) => after(it).since(from, ['kindergarten']))).toEqual([5, 27]);
});
