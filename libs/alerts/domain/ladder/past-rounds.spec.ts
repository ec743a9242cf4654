import { expect, test } from '@jest/globals';
import { days, type CalendarDate } from '#platform/kernel';
import { DEFAULT_SETTINGS, type Settings } from '#registry/contract';
import { action, day, facts, person, unit } from '../alerts.examples.js';
import { pastMorning, PastRounds, type FactsOfDay, type PastStep } from './past-rounds.js';
import { toldFigures } from './told-figures.js';

const known = (changes: Partial<FactsOfDay> = {}): FactsOfDay => ({
  ...facts({ units: [unit('school', { obligations: [] })] }),
  absences: [],
  lastContact: () => undefined,
  isHandled: () => false,
  ...changes,
});
/** Due on Friday 20 November 2026. */
const late = action({ dueOn: day('2026-11-20'), followUpOn: day('2028-06-01') });
const told = (settings: Partial<Settings>, on: (today: CalendarDate) => Partial<FactsOfDay>): PastStep[] => {
  const all = { ...DEFAULT_SETTINGS, ...settings };
  const rounds = new PastRounds(all);
  return [...days(day('2026-11-16'), day('2026-12-11'))].flatMap((today) => [
    ...rounds.on(pastMorning(today, known(on(today)), all)),
  ]);
};
const table = (steps: readonly PastStep[]) =>
  steps.map(({ on, step, to }) => `${on} ${step} ${to.map(({ personId, as }) => `${personId} as ${as}`).join(', ')}`);

test('past rounds tell each step once, as the real ones do', () => {
  expect(table(told({}, () => ({ actions: [late] })))).toEqual([
    '2026-11-17 -3 owner as owner',
    '2026-11-20 0 owner as owner',
    '2026-11-23 1 owner as owner',
    '2026-11-30 6 leader as unit-leader',
    '2026-12-04 10 coordinator as coordinator',
    '2026-12-11 15 coordinator as coordinator',
  ]);
});

test('other steps are told in their place', () => {
  const ladder = { overdue: [{ workingDays: 2, to: ['owner' as const, 'coordinator' as const] }] };
  expect(table(told({ ladder }, () => ({ actions: [late] })))).toEqual([
    '2026-11-24 2 owner as owner, coordinator as coordinator',
  ]);
});

test('nothing is told after the alert was marked as handled, until its day is moved', () => {
  const handled = (today: CalendarDate): Partial<FactsOfDay> => ({
    actions: [today < '2026-12-07' ? late : { ...late, dueOn: day('2026-12-10') }],
    isHandled: (id, countedFrom) => today > '2026-11-24' && id === 'overdue:action' && countedFrom === late.dueOn,
  });
  expect(table(told({}, handled))).toEqual([
    '2026-11-17 -3 owner as owner',
    '2026-11-20 0 owner as owner',
    '2026-11-23 1 owner as owner',
    '2026-12-07 -3 owner as owner',
    '2026-12-10 0 owner as owner',
    '2026-12-11 1 owner as owner',
  ]);
});

test('alerts are counted for each receiver, mails for each receiver and day', () => {
  const other = { ...late, actionId: 'other' };
  const offered = { ...late, actionId: 'offered', offer: { to: 'receiver', on: day('2026-11-20') } };
  const people = [...facts().people, person('receiver', {})];
  const steps = told({}, () => ({ people, actions: [late, other, offered] })).filter(({ on }) => on <= '2026-11-27');
  // Three actions told their owner on three days each; on 27 November the handover told both.
  expect(toldFigures(steps)).toEqual({
    alerts: 11,
    mails: 5,
    bySteps: [
      { kind: 'overdue', step: -3, as: 'owner', alerts: 3 },
      { kind: 'overdue', step: 0, as: 'owner', alerts: 3 },
      { kind: 'overdue', step: 1, as: 'owner', alerts: 3 },
      { kind: 'handover-waiting', step: 5, as: 'receiver', alerts: 1 },
      { kind: 'handover-waiting', step: 5, as: 'owner', alerts: 1 },
    ],
    people: [
      { personId: 'owner', alerts: 10, mails: 4 },
      { personId: 'receiver', alerts: 1, mails: 1 },
    ],
  });
});
