import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type SchoolYear } from '#platform/kernel';
import type { UnitKind } from '#registry/contract';
import { action, day, person, unit } from '../alerts.examples.js';
import { people, table, told } from './round.examples.js';
import type { RoundFacts } from './round.js';

// The steps of July: schools have no working days then (ADR 0375).

const due = (dueOn: string) =>
  action({ dueOn: day(dueOn), followUpOn: day('2028-06-01'), ownerServiceId: 'ppt', serviceIds: ['ppt'] });

// Due on Wednesday 30 June 2027.
const dueInJune = due('2027-06-30');
const yearUntil = (lastDay: string, kind: UnitKind = 'school') => [
  { schoolYear: 2026 as SchoolYear, kind, firstDay: day('2026-08-17'), lastDay: day(lastDay), closed: [] },
];
test.each([
  ['without a calendar', []],
  ['with a calendar that ends in July', yearUntil('2027-07-09')],
])('goes on after July where it was before it, at a school %s', (_, calendars) =>
  expect(table(told('2027-06-25', '2027-08-31', () => ({ actions: [dueInJune], calendars })))).toEqual([
    '2027-06-25 overdue:action -3: owner',
    '2027-06-30 overdue:action 0: owner',
    // Working days of August: 2; 3, 4, 5, 6, 9; 10, 11, 12, 13; 16, 17, 18, 19, 20.
    '2027-08-02 overdue:action 1: owner',
    '2027-08-09 overdue:action 6: leader',
    '2027-08-13 overdue:action 10: coordinator',
    '2027-08-20 overdue:action 15: head',
  ]),
);
test('goes on in July at a kindergarten, on the days that its calendar leaves open', () => {
  const units = [unit('kindergarten', { kind: 'kindergarten', obligations: [] })];
  const at = { ...dueInJune, unitIds: ['kindergarten'] };
  const staff = [...people, person('head teacher', { role: 'unit-leader', unitId: 'kindergarten' })];
  const of = (calendars: RoundFacts['calendars']) =>
    table(told('2027-07-01', '2027-08-05', () => ({ actions: [at], units, people: staff, calendars })));
  expect(of([])).toEqual([
    // Working days of July: 1; 2, 5, 6, 7, 8; 9, 12, 13, 14; 15, 16, 19, 20, 21.
    '2027-07-01 overdue:action 1: owner',
    '2027-07-08 overdue:action 6: head teacher',
    '2027-07-14 overdue:action 10: coordinator',
    '2027-07-21 overdue:action 15: head',
  ]);
  expect(of(yearUntil('2027-07-02', 'kindergarten'))).toEqual([
    '2027-07-01 overdue:action 1: owner',
    // 1 and 2 July; 2, 3, 4 and 5 August.
    '2027-08-05 overdue:action 6: head teacher',
  ]);
});
test('skips no step in July, whatever the due date and the last day of the school’s calendar', () => {
  const inJuneOrJuly = fc.integer({ min: 0, max: 59 }).map((days) => addDays(day('2027-06-01'), days));
  fc.assert(
    fc.property(inJuneOrJuly, fc.option(inJuneOrJuly), (dueOn, lastDay) => {
      const calendars = lastDay === null ? [] : yearUntil(lastDay);
      const rows = told('2027-05-20', '2027-08-31', () => ({ actions: [due(dueOn)], calendars }));
      expect(rows.filter(({ on }) => on.startsWith('2027-07'))).toEqual([]);
      // The third working day before a date on which the school is closed may be its last one, as may the date.
      const later = rows.map(({ line: said }) => said.split(' ')[1]).filter((step) => !['-3:', '0:'].includes(step!));
      expect(later).toEqual(['1:', '6:', '10:', '15:']);
    }),
    { numRuns: 10 },
  );
});
