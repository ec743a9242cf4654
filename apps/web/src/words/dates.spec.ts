import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  daysBetween,
  inNorway,
  instantInWords,
  longDay,
  longMonth,
  mediumDay,
  shortDay,
  shortDayWithYear,
  shortMonth,
  timeOfDay,
  weekdayOf,
  weekOf,
} from './dates.js';

describe('a day', () => {
  test('is written as people write it, in each language', () => {
    expect(longDay('2026-11-18', 'nb')).toBe('onsdag 18. november');
    expect(longDay('2026-11-18', 'nn')).toBe('onsdag 18. november');
    expect(longDay('2026-11-17', 'nn')).toBe('tysdag 17. november');
    expect(longDay('2026-11-18', 'en')).toBe('Wednesday 18 November');
    expect(shortDay('2026-11-18', 'nb')).toBe('18. nov.');
    expect(shortDay('2026-11-18', 'en')).toBe('18 Nov');
    expect(mediumDay('2026-11-17', 'nb')).toBe('tirsdag 17. nov.');
    expect(mediumDay('2026-11-17', 'nn')).toBe('tysdag 17. nov.');
    expect(mediumDay('2026-11-17', 'en')).toBe('Tuesday 17 Nov');
  });
  test('includes the year when it is in another school year than today', () => {
    const inNovember = (day: string) => shortDay(day, 'nb', '2026-11-22');
    expect(['2026-07-31', '2026-08-01', '2027-01-05', '2027-07-31', '2027-08-01'].map(inNovember)).toEqual([
      '31. juli 2026',
      '1. aug.',
      '5. jan.',
      '31. juli',
      '1. aug. 2027',
    ]);
    expect(shortDay('2024-11-05', 'nb', '2026-11-22')).toBe('5. nov. 2024');
    expect(longDay('2024-11-05', 'nb', '2026-11-22')).toBe('tirsdag 5. november 2024');
    expect(mediumDay('2027-09-07', 'nb', '2026-11-22')).toBe('tirsdag 7. sep. 2027');
    expect(shortDayWithYear('2026-11-18', 'nb')).toBe('18. nov. 2026');
  });
  test('has the week that Norwegian calendars give it', () => {
    expect(['2026-11-18', '2027-01-01', '2026-01-01', '2024-12-30', '2027-01-04'].map(weekOf)).toEqual([
      47, 53, 1, 1, 1,
    ]);
  });
});

test('months are written short in tables and whole in headings', () => {
  expect(shortMonth('2026-11', 'nb')).toBe('nov');
  expect(longMonth('2026-11', 'nn')).toBe('november 2026');
});

test('times have a point between in Norwegian', () => {
  expect([timeOfDay('12:30', 'nb'), timeOfDay('08:05:00', 'nn'), timeOfDay('12:30', 'en')]).toEqual([
    '12.30',
    '08.05',
    '12:30',
  ]);
});

test('an instant is shown in Norwegian time, summer and winter', () => {
  expect(inNorway('2026-07-01T22:30:00Z')).toEqual({ day: '2026-07-02', time: '00:30' });
  expect(instantInWords('2026-11-18T11:42:00Z', 'nb')).toBe('onsdag 18. november kl. 12.42');
});

test('adding days and counting them are inverse', () => {
  fc.assert(
    fc.property(fc.integer({ min: -4000, max: 4000 }), (days) => {
      const day = addDays('2026-11-18', days);
      expect(daysBetween('2026-11-18', day)).toBe(days);
      expect(weekdayOf(day)).toBe(((((days + 2) % 7) + 7) % 7) + 1);
    }),
  );
});
