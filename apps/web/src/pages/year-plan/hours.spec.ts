import { expect, test } from '@jest/globals';
import { hourFrom } from './hours.js';
import { ruleFromAddress, ruleInAddress } from './rules.js';

test.each([
  ['12.30', '12:30'],
  ['12:30', '12:30'],
  ['1230', '12:30'],
  ['830', '08:30'],
  ['9', '09:00'],
  [' 14 ', '14:00'],
  ['24', undefined],
  ['12.60', undefined],
  ['halv ett', undefined],
  ['', undefined],
])('«%s» is the hour %s', (text, hour) => {
  expect(hourFrom(text)).toBe(hour);
});

test('a rule is unchanged after a round trip through the address', () => {
  const last = { nth: -1 as const, weekday: 5, startsAt: '08:30' };
  expect(ruleInAddress(last)).toBe('siste-5-0830');
  expect(ruleFromAddress('siste-5-0830')).toEqual(last);
  expect([null, '', '5-1-1230', '2-6-1230', '2-1-2460'].map(ruleFromAddress)).toEqual([null, null, null, null, null]);
});
