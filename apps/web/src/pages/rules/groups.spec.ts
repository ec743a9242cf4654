import { describe, expect, test } from '@jest/globals';
import { deadlineAfterWednesday, GROUPS, numberIn, valuesOf, withValues, type Key, type Settings } from './groups.js';

const settings: Settings = {
  mandatoryMonths: { school: [1, 9, 8], kindergarten: [8] },
  noticeWorkingDays: 5,
  filingWorkingDays: 6,
  reminderWorkingDays: { reminder: 3, alert: 7, coordinator: 10 },
  dueDateRule: { workingDaysBeforeNextMeeting: 2, otherwiseDays: 28 },
  effectJudgedWithinDays: 60,
  ageSpan: { from: 1, to: 16 },
  smallUnitBelow: 20,
  ladder: { orphan: [{ workingDays: 2, to: ['coordinator'] }] },
};
const digests = { weekday: 1, hour: 7, keepBytesDays: 400, answersByLink: true };

describe('the settings page by page', () => {
  test('have each setting on one page', () => {
    const keys = Object.values(GROUPS).flatMap((fields) => fields.map(({ key }): Key => key));
    expect([...keys].sort()).toEqual(Object.keys(valuesOf(settings, digests)).sort());
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('show months in the order of a school year', () => {
    expect(valuesOf(settings, digests).schoolMonths).toEqual([8, 9, 1]);
  });

  test('change only what is on the page; steps of alerts, answers by link and defaults that are followed stay', () => {
    const changed = withValues(settings, digests, { filing: 8 });
    expect(changed).toEqual({
      ...settings,
      mandatoryMonths: { school: [8, 9, 1], kindergarten: [8] },
      filingWorkingDays: 8,
    });
    expect(withValues(settings, digests, { digestWeekday: 3 }).digests).toEqual({ ...digests, weekday: 3 });
  });

  test.each([
    ['5', 5],
    [' 12 ', 12],
    ['0', 0],
    ['31', undefined],
    ['1,5', undefined],
    ['-1', undefined],
    ['1e1', undefined],
    ['', undefined],
  ])('read %j as %j within 0 and 30', (typed, value) => {
    expect(numberIn(typed, { from: 0, until: 30 })).toBe(value);
  });

  test.each([
    [0, 3, 0],
    [2, 5, 0],
    [3, 1, 1],
    [5, 3, 1],
    [10, 3, 2],
  ])('%i working days after a Wednesday is weekday %i, %i weeks later', (workingDays, weekday, weeks) => {
    expect(deadlineAfterWednesday(workingDays)).toEqual({ weekday, weeks });
  });
});
