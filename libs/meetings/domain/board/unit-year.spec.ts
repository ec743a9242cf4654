import { expect, test } from '@jest/globals';
import type { CalendarDate, Month, SchoolYear } from '#platform/kernel';
import { isPublicHoliday } from '#platform/holidays';
import { DEFAULT_SETTINGS, isObligedIn, workingMonth, type UnitDto } from '#registry/contract';
import { filingDueOn, type MonthFacts } from './month-state.js';
import { unitYear, type YearRules } from './unit-year.js';

const day = (text: string) => text as CalendarDate;
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
const rulesFor = (it: UnitDto): YearRules => ({
  isObliged: (month) => isObligedIn(it, workingMonth(month, isPublicHoliday), DEFAULT_SETTINGS),
  filingDueOn: ({ on }) =>
    filingDueOn(on, { filingWorkingDays: DEFAULT_SETTINGS.filingWorkingDays, isFree: isPublicHoliday }),
});
const host = '974777630';
const meeting = (on: string, state: 'planned' | 'held' | 'filed' = 'filed') => ({
  meetingId: on,
  on: day(on),
  state,
  filedOn: state === 'filed' ? day(on) : null,
});
const facts = new Map<string, MonthFacts>([
  ['974552876/2026-08', { meetings: [meeting('2026-08-26')], exemptReason: null }],
  ['974552876/2026-09', { meetings: [], exemptReason: 'ombygging' }],
  [`${host}/2026-10`, { meetings: [meeting('2026-10-06'), meeting('2026-10-20')], exemptReason: null }],
  [`${host}/2026-11`, { meetings: [meeting('2026-11-10', 'held')], exemptReason: null }],
]);
const year = (it: UnitDto, today: string) =>
  unitYear(
    it,
    2026 as SchoolYear,
    (unitId: string, month: Month) => facts.get(`${unitId}/${month}`),
    rulesFor(it),
    day(today),
  );
const states = (it: UnitDto, today: string) => year(it, today).months.map(({ state }) => state);

test('a year lists its months from August to July', () => {
  expect(states(unit(), '2026-11-20')).toEqual([
    'filed',
    'exempt',
    'missing',
    'not-planned',
    ...Array<string>(7).fill('not-planned'),
    'not-obliged',
  ]);
  expect(year(unit(), '2026-11-20')).toMatchObject({ needs: 1 });
});
test('an unconfirmed meeting needs attention, like a missing month and a late protocol', () => {
  const [november] = ['2026-11'] as Month[];
  const at = (today: string, meetings: MonthFacts['meetings']) =>
    unitYear(
      unit(),
      2026 as SchoolYear,
      (_, month) => (month === november ? { meetings, exemptReason: null } : undefined),
      rulesFor(unit({ obligations: [{ from: day('2026-11-01'), obliged: true, reason: null }] })),
      day(today),
    ).needs;
  expect(at('2026-11-10', [meeting('2026-11-10', 'planned')])).toBe(0);
  expect(at('2026-11-11', [meeting('2026-11-10', 'planned')])).toBe(1);
  expect(at('2026-11-11', [meeting('2026-11-10', 'held')])).toBe(0);
  expect(at('2026-11-30', [meeting('2026-11-10', 'held')])).toBe(1);
  expect(at('2026-12-01', [])).toBe(1);
});
test('a guest’s months are held by its host’s meetings while it is a guest', () => {
  const guest = unit({
    hosts: [
      { from: day('2026-10-10'), hostUnitId: host },
      { from: day('2026-11-01'), hostUnitId: null },
    ],
  });
  const { months } = year(guest, '2026-12-01');
  expect(months[2]).toMatchObject({ state: 'filed', meetings: [{ on: '2026-10-20' }] });
  expect(months[3]).toMatchObject({ state: 'missing', meetings: [] });
});
test('a unit that closed in the autumn has no missing months in the spring', () => {
  expect(
    states(unit({ closures: [{ lastDay: day('2026-10-30'), reopens: null, reason: null }] }), '2027-07-31').slice(2),
  ).toEqual(['missing', ...Array<string>(9).fill('not-obliged')]);
});
