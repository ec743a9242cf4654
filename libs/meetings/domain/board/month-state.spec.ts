import { expect, test } from '@jest/globals';
import { dayOf, type CalendarDate, type Month, type SchoolYear } from '#platform/kernel';
import { isPublicHoliday } from '#platform/holidays';
import { DEFAULT_SETTINGS, freeDaysOf, isObligedIn, workingMonth, type UnitDto } from '#registry/contract';
import { filingDueOn, monthState, type MonthFacts, type MonthMeeting } from './month-state.js';

const day = (text: string) => text as CalendarDate;
const month = (text: string) => text as Month;
const deadline = { filingWorkingDays: 5, isFree: isPublicHoliday };
const rules = { obliged: true, filingDueOn: ({ on }: MonthMeeting) => filingDueOn(on, deadline) };
const a = (on: string, state: MonthMeeting['state'] = 'planned', filedOn: string | null = null): MonthMeeting => ({
  meetingId: on,
  on: day(on),
  state,
  filedOn: filedOn as CalendarDate | null,
});
const state = (
  in_: string,
  today: string,
  meetings: MonthMeeting[] = [],
  changes: Partial<MonthFacts & typeof rules> = {},
) =>
  monthState(
    month(in_),
    { meetings, exemptReason: changes.exemptReason ?? null },
    { ...rules, ...changes },
    day(today),
  );

test('a month without a held meeting is missing from the day after its end, without an event', () => {
  expect(state('2026-11', '2026-11-30')).toBe('not-planned');
  expect(state('2026-11', '2026-12-01')).toBe('missing');
  expect(state('2026-11', '2026-12-01', [a('2026-11-18'), a('2026-11-25', 'cancelled')])).toBe('missing');
});
test('February ends on the 29th in a leap year', () => {
  expect(state('2028-02', '2028-02-29')).toBe('not-planned');
  expect(state('2028-02', '2028-03-01')).toBe('missing');
  expect(state('2027-02', '2027-03-01')).toBe('missing');
});
test('on the nights the clocks change, the month ends at midnight in Norway', () => {
  // Daylight saving time changes on 31 March 2024 and 31 October 2027; both months end that night.
  const at = (in_: string, instant: string) => state(in_, dayOf(new Date(instant)));
  expect([at('2024-03', '2024-03-31T21:59:59Z'), at('2024-03', '2024-03-31T22:00:00Z')]).toEqual([
    'not-planned',
    'missing',
  ]);
  expect([at('2027-10', '2027-10-31T22:59:59Z'), at('2027-10', '2027-10-31T23:00:00Z')]).toEqual([
    'not-planned',
    'missing',
  ]);
});
test('a month is planned while it has a meeting that is not cancelled', () => {
  expect(state('2026-11', '2026-11-01', [a('2026-11-18')])).toBe('planned');
  expect(state('2026-11', '2026-11-18', [a('2026-11-18', 'called')])).toBe('planned');
  expect(state('2026-11', '2026-11-01', [a('2026-11-18', 'cancelled')])).toBe('not-planned');
});
test('a month is unconfirmed from a meeting’s day until it is confirmed as held, moved or cancelled', () => {
  expect(state('2026-11', '2026-11-19', [a('2026-11-18', 'called')])).toBe('unconfirmed');
  expect(state('2026-11', '2026-11-19', [a('2026-11-18'), a('2026-11-25')])).toBe('unconfirmed');
  expect(state('2026-11', '2026-11-19', [a('2026-11-18', 'cancelled'), a('2026-11-25')])).toBe('planned');
  expect(state('2026-11', '2026-11-19', [a('2026-11-10', 'filed', '2026-11-10'), a('2026-11-18')])).toBe('filed');
  expect(state('2026-11', '2026-12-01', [a('2026-11-18')])).toBe('missing');
});
test('a held month waits for its protocol, which is late after five working days', () => {
  const held = [a('2026-11-18', 'held')];
  expect(state('2026-11', '2026-11-25', held)).toBe('protocol-missing');
  expect(state('2026-11', '2026-11-26', held)).toBe('protocol-late');
  expect(state('2026-11', '2026-12-20', [a('2026-11-18', 'filed', '2026-12-10')])).toBe('filed');
  expect(state('2026-11', '2026-11-26', [a('2026-11-18', 'held'), a('2026-11-19', 'filed', '2026-11-19')])).toBe(
    'protocol-late',
  );
});
test('a month whose protocol is declared lost is held, unless another protocol is waited for', () => {
  const lost = a('2026-11-18', 'lost');
  expect(state('2026-11', '2027-03-01', [lost])).toBe('protocol-lost');
  expect(state('2026-11', '2027-03-01', [lost, a('2026-11-25', 'filed', '2026-11-25')])).toBe('protocol-lost');
  expect(state('2026-11', '2027-03-01', [lost, a('2026-11-25', 'held')])).toBe('protocol-late');
  expect(state('2026-11', '2027-03-01', [lost], { exemptReason: 'ombygging' })).toBe('protocol-lost');
});
test('Easter and the school’s own holidays do not count as working days', () => {
  // Wednesday 25 March 2026: Easter is 2, 3 and 6 April.
  expect(filingDueOn(day('2026-03-25'), deadline)).toBe('2026-04-01');
  expect(filingDueOn(day('2026-03-27'), deadline)).toBe('2026-04-08');
  const closed = [{ from: day('2026-03-30'), to: day('2026-04-06'), reason: 'påskeferie' }];
  const calendar = {
    schoolYear: 2025 as SchoolYear,
    kind: 'school' as const,
    firstDay: day('2025-08-18'),
    lastDay: day('2026-06-19'),
    closed,
  };
  expect(
    filingDueOn(day('2026-03-25'), { ...deadline, isFree: freeDaysOf('school', [calendar], isPublicHoliday) }),
  ).toBe('2026-04-09');
});
test('an exempt month is shown with its reason, unless the unit met', () => {
  expect(state('2026-11', '2026-12-05', [], { exemptReason: 'ombygging' })).toBe('exempt');
  expect(state('2026-11', '2026-11-05', [a('2026-11-18')], { exemptReason: 'ombygging' })).toBe('exempt');
  expect(state('2026-11', '2026-12-05', [a('2026-11-18', 'filed', '2026-11-18')], { exemptReason: 'ombygging' })).toBe(
    'filed',
  );
});
test('a unit that is not obliged has no missing month, and its meetings are shown', () => {
  expect(state('2026-07', '2026-07-10', [], { obliged: false })).toBe('not-obliged');
  expect(state('2026-07', '2026-07-10', [a('2026-07-20')], { obliged: false })).toBe('planned');
  expect(state('2026-07', '2026-08-10', [a('2026-07-20')], { obliged: false })).toBe('not-obliged');
  expect(state('2026-07', '2026-08-10', [a('2026-07-20', 'held')], { obliged: false })).toBe('protocol-late');
});
test('a unit registered or closed within a month is obliged in it when one working day is left', () => {
  const unit = (from: string, closedOn: string | null = null): UnitDto => ({
    unitId: '974552876',
    name: 'Nordlia skole',
    kind: 'school',
    ownership: 'public',
    children: 200,
    area: null,
    obligations: [{ from: day(from), obliged: true, reason: null }],
    hosts: [],
    closures: closedOn === null ? [] : [{ lastDay: closedOn as CalendarDate, reopens: null, reason: null }],
    services: [],
    standing: [],
  });
  const obliged = (it: UnitDto, in_: string) =>
    isObligedIn(it, workingMonth(month(in_), isPublicHoliday), DEFAULT_SETTINGS);
  expect([obliged(unit('2026-11-30'), '2026-11'), obliged(unit('2026-10-31'), '2026-10')]).toEqual([true, false]);
  expect([
    obliged(unit('2020-08-01', '2026-11-01'), '2026-11'),
    obliged(unit('2020-08-01', '2026-11-02'), '2026-11'),
  ]).toEqual([false, true]);
});
