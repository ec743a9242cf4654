import { expect, test } from '@jest/globals';
import type { CalendarDate, SchoolYear } from '#platform/kernel';
import { isPublicHoliday } from '#platform/holidays';
import { DEFAULT_SETTINGS, type UnitDto } from '#registry/contract';
import { obligedMonths, workingMonths } from './obliged-months.js';

const from = '2024-08-01' as CalendarDate;
const unit = (unitId: string, changes: Partial<UnitDto> = {}): UnitDto => ({
  unitId,
  name: unitId,
  kind: 'kindergarten',
  ownership: 'public',
  children: null,
  area: null,
  obligations: [{ from, obliged: true, reason: null }],
  hosts: [],
  closures: [],
  services: [],
  standing: [],
  ...changes,
});
const open = { obligations: [{ from, obliged: false, reason: 'Åpen barnehage' }] };
const months = workingMonths(2026 as SchoolYear, isPublicHoliday);
const monthsOf = (...units: UnitDto[]) => {
  const found = obligedMonths(units, () => months, DEFAULT_SETTINGS);
  return units.map(({ unitId }) =>
    found
      .get(unitId)!
      .map((month) => month.slice(5))
      .join(' '),
  );
};
const WHOLE_YEAR = '08 09 10 11 12 01 02 03 04 05 06';

test('an obliged unit has all mandatory months, another unit has none', () => {
  expect(monthsOf(unit('a'), unit('b', open))).toEqual([WHOLE_YEAR, '']);
});

test('a unit is obliged from the month in which it opened to the month in which it closed', () => {
  const opened = unit('a', { obligations: [{ from: '2026-10-30' as CalendarDate, obliged: true, reason: null }] });
  const closed = unit('b', {
    closures: [{ lastDay: '2026-10-01' as CalendarDate, reopens: null, reason: null }],
  });
  expect(monthsOf(opened, closed)).toEqual(['10 11 12 01 02 03 04 05 06', '08 09 10']);
});

test('a host that is not obliged itself has the months of its obliged guest', () => {
  const guest = unit('b', {
    hosts: [
      { from, hostUnitId: 'a' },
      { from: '2027-01-01' as CalendarDate, hostUnitId: null },
    ],
  });
  expect(monthsOf(unit('a', open), guest)).toEqual(['08 09 10 11 12', WHOLE_YEAR]);
});
