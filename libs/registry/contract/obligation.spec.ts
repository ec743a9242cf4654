import { expect, test } from '@jest/globals';
import type { CalendarDate, Month, SchoolYear } from '#platform/kernel';
import { isPublicHoliday } from '#platform/holidays';
import {
  countsFor,
  DEFAULT_SETTINGS,
  freeDaysOf,
  hostOn,
  isObligedIn,
  isOpenUnit,
  workingMonth,
  type UnitDto,
} from './index.js';

const day = (text: string) => text as CalendarDate;
const month = (text: string) => text as Month;
const unit = (changes: Partial<UnitDto> = {}): UnitDto => ({
  unitId: '974552876',
  name: 'Nordlia skole',
  kind: 'school',
  ownership: 'public',
  children: 200,
  area: null,
  obligations: [{ from: day('2024-08-01'), obliged: true, reason: null }],
  hosts: [],
  closures: [],
  services: [],
  standing: [],
  ...changes,
});
const closed = (lastDay: string, reopens: string | null = null) => [
  { lastDay: day(lastDay), reopens: reopens === null ? null : day(reopens), reason: null },
];
const calendar = {
  schoolYear: 2025 as SchoolYear,
  kind: 'school' as const,
  firstDay: day('2025-08-18'),
  lastDay: day('2026-06-19'),
  closed: [{ from: day('2025-12-22'), to: day('2026-01-02'), reason: 'juleferie' }],
};
const free = freeDaysOf('school', [calendar], isPublicHoliday);
const obliged = (it: UnitDto, in_: string) => isObligedIn(it, workingMonth(month(in_), free), DEFAULT_SETTINGS);

test('a school is free on holidays, outside its year and in closed periods; a kindergarten has its own calendar', () => {
  expect(['2026-05-01', '2025-08-15', '2026-06-22', '2025-12-22', '2026-01-02'].map(day).every(free)).toBe(true);
  expect(['2025-08-18', '2026-06-19', '2025-12-19', '2026-01-05'].map(day).some(free)).toBe(false);
  expect(freeDaysOf('kindergarten', [calendar], isPublicHoliday)(day('2025-12-22'))).toBe(false);
});

test('a unit is obliged in mandatory months and not in July', () => {
  expect(obliged(unit(), '2025-12')).toBe(true);
  expect(obliged(unit(), '2026-07')).toBe(false);
});

test('one working day in the month suffices, and a day when the unit is closed is not one', () => {
  const from = (text: string) => unit({ obligations: [{ from: day(text), obliged: true, reason: null }] });
  expect(obliged(from('2025-12-19'), '2025-12')).toBe(true);
  expect(obliged(from('2025-12-20'), '2025-12')).toBe(false);
  expect(obliged(unit({ closures: closed('2025-08-15') }), '2025-08')).toBe(false);
  expect(obliged(unit({ closures: closed('2025-08-18') }), '2025-08')).toBe(true);
});

test('a later decision applies from its day', () => {
  const it = unit({
    obligations: [
      { from: day('2024-08-01'), obliged: true, reason: null },
      { from: day('2025-10-01'), obliged: false, reason: 'åpen barnehage' },
    ],
  });
  expect(obliged(it, '2025-09')).toBe(true);
  expect(obliged(it, '2025-10')).toBe(false);
});

test('a unit is not obliged before its registration or after its last day', () => {
  const it = unit({ closures: closed('2026-07-31') });
  expect(['2024-08-01', '2026-07-31'].map(day).every((on) => isOpenUnit(it, on))).toBe(true);
  expect(['2024-07-31', '2026-08-01'].map(day).some((on) => isOpenUnit(it, on))).toBe(false);
});

test('a meeting at the host counts while the unit is its guest', () => {
  const it = unit({
    hosts: [
      { from: day('2025-08-01'), hostUnitId: '974777630' },
      { from: day('2026-01-01'), hostUnitId: null },
    ],
  });
  const at = (heldOn: string, unitId = '974777630') => countsFor(it, { unitIds: [unitId], heldOn: day(heldOn) });
  expect(hostOn(it, day('2025-07-31'))).toBeNull();
  expect([at('2025-08-01'), at('2025-12-31'), at('2026-01-01', it.unitId)]).toEqual([true, true, true]);
  expect([at('2025-07-31'), at('2026-01-01')]).toEqual([false, false]);
});

test('a unit that reopens is not obliged in the months of the closure, but in those before and after', () => {
  const it = unit({ closures: closed('2025-09-30', '2026-02-01') });
  const months = ['2025-09', '2025-10', '2025-12', '2026-01', '2026-02'];
  expect(months.map((in_) => obliged(it, in_))).toEqual([true, false, false, false, true]);
});

test('a closure announced for next summer changes nothing until then', () => {
  const it = unit({ closures: closed('2026-07-31') });
  expect(['2025-11', '2026-06'].every((in_) => obliged(it, in_))).toBe(true);
  expect(obliged(it, '2026-08')).toBe(false);
});

test('24–31 December are closed by default only from the school year 2027/28 on', () => {
  const byDefault = freeDaysOf('kindergarten', [], isPublicHoliday);
  const workingDays = (year: string) => ['12-24', '12-28', '12-29', '12-30', '12-31'].map((it) => day(`${year}-${it}`));
  expect(workingDays('2026').some(byDefault)).toBe(false);
  expect(workingDays('2027').every(byDefault)).toBe(true);
  expect(workingDays('2040').every(byDefault)).toBe(true);
  expect(['2027-12-23', '2028-01-03'].map(day).some(byDefault)).toBe(false);
});

test('schools are closed in July with and without a calendar, from the school year 2026/27 on; kindergartens are not', () => {
  const untilJuly = { ...calendar, schoolYear: 2026 as SchoolYear, lastDay: day('2027-07-09') };
  const ofSchools = [[], [untilJuly]].map((calendars) => freeDaysOf('school', calendars, isPublicHoliday));
  for (const isFree of ofSchools) expect(['2027-07-01', '2027-07-08', '2027-07-30'].map(day).every(isFree)).toBe(true);
  expect(['2026-07-01', '2027-06-30', '2027-08-02'].map(day).some(ofSchools[0]!)).toBe(false);
  expect(freeDaysOf('kindergarten', [], isPublicHoliday)(day('2027-07-01'))).toBe(false);
});

test('a school calendar that was set decides whether the unit is open at Christmas', () => {
  const open = { ...calendar, schoolYear: 2027 as SchoolYear, firstDay: day('2027-08-16'), lastDay: day('2028-06-16') };
  const set = freeDaysOf('school', [{ ...open, closed: [] }], isPublicHoliday);
  expect(set(day('2027-12-30'))).toBe(false);
});
