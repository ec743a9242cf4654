import { expect, test } from '@jest/globals';
import { isPublicHoliday } from '#platform/holidays';
import { DEFAULT_SETTINGS } from '#registry/contract';
import { day, meeting, month, unit } from './alerts.examples.js';
import { monthSoFar, type MonthFacts } from './month-so-far.js';

const facts = (changes: Partial<MonthFacts> = {}): MonthFacts => ({
  settings: DEFAULT_SETTINGS,
  units: ['a', 'b', 'c'].map((it) => unit(it)),
  meetings: [],
  exemptions: [],
  isFree: { school: isPublicHoliday, kindergarten: isPublicHoliday },
  ...changes,
});
const at = (until: string, changes: Partial<MonthFacts> = {}) => {
  const { held, obliged } = monthSoFar(month('2026-11'), day(until), facts(changes));
  return [held, obliged];
};

test('a month is counted by the days on which units met, up to and including the requested day', () => {
  const meetings = [
    meeting('2026-11-04', { unitIds: ['a'] }),
    meeting('2026-11-18', { unitIds: ['b', 'a'] }),
    meeting('2026-10-30', { unitIds: ['c'] }),
  ];
  expect(at('2026-11-03', { meetings })).toEqual([0, 3]);
  expect(at('2026-11-17', { meetings })).toEqual([1, 3]);
  expect(at('2026-11-18', { meetings })).toEqual([2, 3]);
});
test('an exempt unit is counted only if it met', () => {
  const exemptions = ['a', 'b'].map((unitId) => ({ unitId, month: month('2026-11') }));
  const meetings = [meeting('2026-11-04', { unitIds: ['a'] })];
  expect(at('2026-11-18', { exemptions, meetings })).toEqual([1, 2]);
  expect(at('2026-11-18', { exemptions: [{ unitId: 'a', month: month('2026-10') }] })).toEqual([0, 3]);
});
test('a guest has met when its host has; a unit that is not obliged to meet is not counted', () => {
  const units = [
    unit('host'),
    unit('guest', { hosts: [{ from: day('2026-08-01'), hostUnitId: 'host' }] }),
    unit('free', { obligations: [{ from: day('2025-08-01'), obliged: false, reason: 'åpen barnehage' }] }),
  ];
  expect(at('2026-11-18', { units, meetings: [meeting('2026-11-04', { unitIds: ['host'] })] })).toEqual([2, 2]);
});
test('in July no unit is obliged to meet', () => {
  expect(monthSoFar(month('2027-07'), day('2027-07-31'), facts())).toMatchObject({ held: 0, obliged: 0 });
});
