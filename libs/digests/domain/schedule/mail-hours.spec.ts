import { describe, expect, test } from '@jest/globals';
import { isPublicHoliday } from '#platform/holidays';
import { inUrgentHours, inWorkingHours, morningHours, morningOf, WORKING_HOURS } from './mail-hours.js';

const at = (text: string) => new Date(text);

describe('the morning round', () => {
  test.each([
    ['a minute before seven', '2026-11-16T05:59:00Z', null],
    ['at seven in winter', '2026-11-16T06:00:00Z', '2026-11-16'],
    ['at seven in summer', '2026-09-14T05:00:00Z', '2026-09-14'],
    ['before four in the afternoon', '2026-11-16T14:59:00Z', '2026-11-16'],
    ['at four in the afternoon', '2026-11-16T15:00:00Z', null],
    ['on a Saturday', '2026-11-14T08:00:00Z', null],
    ['on 17 May', '2027-05-17T08:00:00Z', null],
    ['on the Monday after the clocks went back', '2026-10-26T06:00:00Z', '2026-10-26'],
    ['an hour earlier on that Monday', '2026-10-26T05:00:00Z', null],
    ['on the Tuesday after the clocks went forward', '2027-03-30T05:00:00Z', '2027-03-30'],
  ])('%s', (_, now, expected) => expect(morningOf(at(now), 7, isPublicHoliday)).toBe(expected));
});

describe('the mail of the morning may be handed over', () => {
  test.each([
    ['from seven to four', 7, WORKING_HOURS, WORKING_HOURS],
    ['from the municipality’s hour on', 9, WORKING_HOURS, { from: 9, until: 16 }],
    ['within the hours that the receiver has chosen', 7, { from: 10, until: 14 }, { from: 10, until: 14 }],
    ['until four, when the municipality’s hour is after those', 14, { from: 7, until: 13 }, { from: 14, until: 16 }],
  ])('%s', (_, hour, own, expected) => expect(morningHours(hour, own)).toEqual(expected));
});

describe('an ordinary mail goes out', () => {
  test.each([
    ['at once within working hours', '2026-11-16T10:00:00Z', '2026-11-16T10:00:00Z'],
    ['the next morning after four', '2026-11-16T15:00:00Z', '2026-11-17T06:00:00Z'],
    ['on Monday after a Friday afternoon', '2026-11-13T16:00:00Z', '2026-11-16T06:00:00Z'],
    ['on the day after Easter', '2027-03-24T16:00:00Z', '2027-03-30T05:00:00Z'],
    ['on the Monday after the clocks went back', '2026-10-23T18:00:00Z', '2026-10-26T06:00:00Z'],
  ])('%s', (_, now, expected) => expect(inWorkingHours(at(now), WORKING_HOURS, isPublicHoliday)).toEqual(at(expected)));
  test('not before the hour that the receiver has chosen', () => {
    const hours = { from: 9, until: 14 };
    expect(inWorkingHours(at('2026-11-16T06:30:00Z'), hours, isPublicHoliday)).toEqual(at('2026-11-16T08:00:00Z'));
    expect(inWorkingHours(at('2026-11-16T13:00:00Z'), hours, isPublicHoliday)).toEqual(at('2026-11-17T08:00:00Z'));
  });
});

describe('an urgent change goes out', () => {
  test.each([
    ['at once on a Sunday', '2026-11-15T12:00:00Z', '2026-11-15T12:00:00Z'],
    ['at once in the evening', '2026-11-16T19:59:00Z', '2026-11-16T19:59:00Z'],
    ['at seven the next day after nine in the evening', '2026-11-13T20:00:00Z', '2026-11-14T06:00:00Z'],
  ])('%s', (_, now, expected) => expect(inUrgentHours(at(now))).toEqual(at(expected)));
});
