import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, weekdayOf } from './days.js';
import { understandDate, type DateContext } from './understand-date.js';

/** Wednesday 18 November 2026, with the next meeting on Wednesday 9 December. */
const IN_THE_MEETING: DateContext = { today: '2026-11-18', meetingOn: '2026-11-18', nextMeetingOn: '2026-12-09' };
const understood = (typed: string, around: Partial<DateContext> = {}) =>
  understandDate(typed, { ...IN_THE_MEETING, ...around });

describe('a date as people type it, in the meeting on Wednesday 18 November', () => {
  test.each([
    ['15.12', '2026-12-15', 'day and month'],
    ['15.12.', '2026-12-15', 'with the full stop that belongs to it'],
    ['1.2', '2027-02-01', 'a month that is over this year is next year'],
    ['18.11', '2026-11-18', 'today itself'],
    ['17.11', '2027-11-17', 'yesterday is next year'],
    ['15/12', '2026-12-15', 'with a slash'],
    ['15-12', '2026-12-15', 'with a hyphen'],
    ['15 12', '2026-12-15', 'with a space'],
    ['1512', '2026-12-15', 'without anything between'],
    ['151226', '2026-12-15', 'two figures of the year'],
    ['15.12.27', '2027-12-15', 'the year said'],
    ['15.12.2025', '2025-12-15', 'the year said, and past'],
    ['2026-12-15', '2026-12-15', 'as programs write it'],
    ['15. des', '2026-12-15', 'the month by its beginning'],
    ['15.desember', '2026-12-15', 'the month by its name'],
    ['15 december 2026', '2026-12-15', 'in English'],
    ['3 mai', '2027-05-03', 'May'],
    ['29.2', '2028-02-29', 'the next leap day'],
    ['15', '2026-12-15', 'a day alone is the next one with that number'],
    ['20', '2026-11-20', 'later this month'],
    ['31', '2026-12-31', 'a month that has it'],
    ['3u', '2026-12-09', 'three weeks'],
    ['3 uker', '2026-12-09', 'three weeks, written out'],
    ['3 veker', '2026-12-09', 'in nynorsk'],
    ['3w', '2026-12-09', 'in English'],
    ['om 3 uker', '2026-12-09', 'as it is said'],
    ['10d', '2026-11-28', 'ten days'],
    ['2m', '2027-01-18', 'two months'],
    ['2 mnd', '2027-01-18', 'two months, short'],
    ['fre', '2026-11-20', 'the coming Friday'],
    ['fredag', '2026-11-20', 'by its name'],
    ['ons', '2026-11-25', 'today’s own name is a week ahead'],
    ['tys', '2026-11-24', 'Tuesday in nynorsk'],
    ['laurdag', '2026-11-21', 'Saturday in nynorsk'],
    ['tue', '2026-11-24', 'Tuesday in English'],
    ['neste fredag', '2026-11-27', 'next Friday is the one in the next week'],
    ['neste man', '2026-11-23', 'next Monday'],
    ['fredag 11.12', '2026-12-11', 'the date says more than the name of its day'],
    ['uke 50', '2026-12-11', 'a week is done by its Friday'],
    ['u50', '2026-12-11', 'a week, short'],
    ['veke 2', '2027-01-15', 'a week of next year'],
    ['uke 53', '2027-01-01', 'week 53 of this year ends in the next'],
    ['uke 47', '2026-11-20', 'this week'],
    ['i dag', '2026-11-18', 'today'],
    ['imorgen', '2026-11-19', 'tomorrow'],
    ['i morgon', '2026-11-19', 'tomorrow in nynorsk'],
    ['Tomorrow', '2026-11-19', 'tomorrow in English'],
    ['overmorgen', '2026-11-20', 'the day after'],
    ['n', '2026-12-09', 'the next meeting'],
    ['N', '2026-12-09', 'the next meeting, in capitals'],
    ['neste møte', '2026-12-09', 'the next meeting in full'],
    ['  FRE ', '2026-11-20', 'spaces and capitals do not matter'],
  ])('«%s» is %s: %s', (typed, on) => {
    expect(understood(typed)).toEqual({ on });
  });

  test.each([
    ['30.2', 'no-such-day'],
    ['32.1', 'no-such-day'],
    ['1.13', 'no-such-day'],
    ['29.2.2027', 'no-such-day'],
    ['uke 60', 'no-such-day'],
    ['snart', 'not-understood'],
    ['15.12 eller før', 'not-understood'],
    ['3 kaker', 'not-understood'],
    ['neste fredag 11.12', 'not-understood'],
    ['-', 'not-understood'],
  ])('«%s» is no date: %s', (typed, problem) => {
    expect(understood(typed)).toEqual({ problem });
  });

  test('an empty text is no date', () => {
    expect(understood('')).toBeNull();
    expect(understood('   ')).toBeNull();
  });

  test('«n» says that there is no next meeting where none is planned', () => {
    expect(understood('n', { nextMeetingOn: null })).toEqual({ problem: 'no-next-meeting' });
  });
});

test('before a meeting, weeks and weekdays are counted from its day', () => {
  const around = { today: '2026-11-10' };
  expect(understood('1u', around)).toEqual({ on: '2026-11-25' });
  expect(understood('fre', around)).toEqual({ on: '2026-11-20' });
  expect(understood('i morgen', around)).toEqual({ on: '2026-11-11' });
});

test('after the meeting, they are counted from today', () => {
  expect(understood('1u', { today: '2026-11-20' })).toEqual({ on: '2026-11-27' });
});

test('the day a meeting was held may be in the past', () => {
  expect(understood('17.11', { prefer: 'nearest' })).toEqual({ on: '2026-11-17' });
  expect(understood('30.12', { today: '2027-01-04', prefer: 'nearest' })).toEqual({ on: '2026-12-30' });
});

const aDay = fc.integer({ min: 0, max: 3650 }).map((days) => addDays('2024-01-01', days));

test('every day is understood as it is written in Norway, on whatever day it is typed', () => {
  fc.assert(
    fc.property(aDay, aDay, (on, today) => {
      const [year, month, day] = on.split('-').map(Number) as [number, number, number];
      const around = { today, meetingOn: null, nextMeetingOn: null };
      expect(understandDate(`${day}.${month}.${year}`, around)).toEqual({ on });
      expect(understandDate(`${day}/${month} ${year % 100}`, around)).toEqual({ on });
    }),
    { seed: 1, numRuns: 300 },
  );
});

test('a day without a year is in the future, at most a year ahead unless it is a leap day', () => {
  fc.assert(
    fc.property(aDay, aDay, (on, today) => {
      const [, month, day] = on.split('-').map(Number) as [number, number, number];
      const answer = understandDate(`${day}.${month}`, { today });
      expect(answer).toHaveProperty('on');
      const found = (answer as { on: string }).on;
      expect(found >= today).toBe(true);
      if (!(month === 2 && day === 29)) expect(found <= addDays(today, 366)).toBe(true);
    }),
    { seed: 1, numRuns: 300 },
  );
});

test('a weekday is one of the seven days to come', () => {
  fc.assert(
    fc.property(aDay, fc.constantFrom('man', 'tir', 'ons', 'tor', 'fre', 'lør', 'søn'), (today, typed) => {
      const { on } = understandDate(typed, { today }) as { on: string };
      expect(on > today && on <= addDays(today, 7)).toBe(true);
      expect(weekdayOf(on)).toBe(['man', 'tir', 'ons', 'tor', 'fre', 'lør', 'søn'].indexOf(typed) + 1);
    }),
    { seed: 1, numRuns: 100 },
  );
});

test('no text makes it throw', () => {
  fc.assert(
    fc.property(fc.string(), aDay, (typed, today) => {
      const answer = understandDate(typed, { today, nextMeetingOn: null });
      if (answer && 'on' in answer) expect(answer.on).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }),
    { seed: 1, numRuns: 500 },
  );
});
