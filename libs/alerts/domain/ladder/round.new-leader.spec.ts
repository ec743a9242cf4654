import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '#platform/kernel';
import type { HeldRole, PersonDto } from '#registry/contract';
import { action, day, meeting, person } from '../alerts.examples.js';
import { afterStep, NO_STEPS, type AlertSteps } from '../alert-steps/alert-steps.state.js';
import { people, roundFacts, table, told } from './round.examples.js';
import { roundOn, type RoundFacts } from './round.js';

// A step that was told to somebody who has left since is told to those who have taken over (ADR 0376).

/** Due on Friday 20 November 2026: the unit's leader is told on 30 November, the coordinator on 4 December. */
const late = action({ dueOn: day('2026-11-20'), followUpOn: day('2028-06-01'), ownerServiceId: 'ppt' });
const leading = (changes: Partial<HeldRole> = {}): Partial<HeldRole> => ({
  role: 'unit-leader',
  unitId: 'school',
  ...changes,
});
const withLeaders = (...leaders: readonly PersonDto[]): readonly PersonDto[] => [
  ...people.filter(({ personId }) => personId !== 'leader'),
  ...leaders,
];
const from30November = (changes: Partial<RoundFacts>) =>
  table(told('2026-11-30', '2026-12-31', () => ({ actions: [late], ...changes })));
const HIGHER_STEPS = ['2026-12-04 overdue:action 10: coordinator', '2026-12-11 overdue:action 15: head'];

describe('given a step that was told, when a unit gets another leader,', () => {
  const until = (to: string) => person('leader', leading({ to: day(to) }));
  const since = (from: string, personId = 'successor') => person(personId, leading({ from: day(from) }));

  test('then the new leader is told that step in the next round, and the next steps go on', () =>
    expect(from30November({ people: withLeaders(until('2026-12-01'), since('2026-12-02')) })).toEqual([
      '2026-11-30 overdue:action 6: leader',
      '2026-12-02 overdue:action 6: successor',
      ...HIGHER_STEPS,
    ]));
  test('then on the next working day, when the new leader begins on a Saturday', () => {
    const leaders = withLeaders(until('2026-11-30'), since('2026-12-05'));
    const steps = { overdue: [{ workingDays: 6, to: ['unit-leader' as const] }] };
    const settings = { ...roundFacts().settings, ladder: steps };
    expect(from30November({ people: leaders, settings })).toEqual([
      '2026-11-30 overdue:action 6: leader',
      // The post was vacant, and the coordinator takes its steps.
      '2026-12-01 overdue:action 6: coordinator',
      '2026-12-07 overdue:action 6: successor',
    ]);
  });
  test('then only those who were not told, where several lead the unit', () => {
    const chair = person('chair', { role: 'meeting-chair', unitId: 'school' });
    const leaders = withLeaders(chair, until('2026-12-01'), since('2026-12-02'), since('2026-12-02', 'second'));
    expect(from30November({ people: leaders })).toEqual([
      '2026-11-30 overdue:action 6: chair, leader',
      '2026-12-02 overdue:action 6: successor, second',
      ...HIGHER_STEPS,
    ]);
  });
  test('then nobody, once a step has gone to the coordinator or the cause is gone', () => {
    expect(from30November({ people: withLeaders(until('2026-12-06'), since('2026-12-07')) })).toEqual([
      '2026-11-30 overdue:action 6: leader',
      ...HIGHER_STEPS,
    ]);
    const leaders = withLeaders(until('2026-12-01'), since('2026-12-02'));
    expect(
      table(
        told('2026-11-30', '2026-12-31', (today) => ({ actions: today < '2026-12-02' ? [late] : [], people: leaders })),
      ),
    ).toEqual(['2026-11-30 overdue:action 6: leader']);
  });
  test('then not before the unit has had its days after a call', () => {
    const meetings = [meeting('2026-11-06', { filedOn: null })];
    const leaders = withLeaders(until('2026-11-12'), since('2026-11-13'));
    const called = () => day('2026-11-12');
    expect(table(told('2026-11-11', '2026-11-17', () => ({ meetings, people: leaders, lastContact: called })))).toEqual(
      ['2026-11-17 protocol-late:meeting 2026-11-06 6: successor'],
    );
    expect(table(told('2026-11-11', '2026-11-13', () => ({ meetings, people: leaders })))).toEqual([
      '2026-11-11 protocol-late:meeting 2026-11-06 3: leader',
      '2026-11-13 protocol-late:meeting 2026-11-06 3: successor',
    ]);
  });
});

describe('given a step that was told the leader of before,', () => {
  const successor = person('successor', leading({ from: day('2026-12-02') }));
  const given = afterStep(NO_STEPS, {
    countedFrom: late.dueOn,
    step: 6,
    to: [{ personId: 'leader', as: 'unit-leader' }],
  });
  const round = (on: string, changes: Partial<AlertSteps> = {}, isCatchUp = false) =>
    roundOn(
      day(on),
      roundFacts({ actions: [late], people: withLeaders(successor), stepsOf: () => ({ ...given, ...changes }) }),
      isCatchUp,
    ).map(({ step, to, skipped, isHeldBack }) => ({ step, to: to.map((it) => it.personId), skipped, isHeldBack }));
  const again = [{ step: 6, to: ['successor'], skipped: [], isHeldBack: false }];

  test('when it was put aside, then the new leader is told on the day that it comes back', () => {
    expect(round('2026-12-02', { snoozedUntil: day('2026-12-03') })).toEqual([]);
    expect(round('2026-12-03', { snoozedUntil: day('2026-12-03') })).toEqual(again);
  });
  test('when it is marked as handled, then nobody is told', () =>
    expect(round('2026-12-02', { isHandled: true })).toEqual([]));
  test('when days without a round are made up, then the new leader is told at once, however old the step', () => {
    expect(round('2026-12-02', {}, true)).toEqual(again);
    const steps = [{ workingDays: -30, to: ['unit-leader' as const] }];
    const old = roundFacts({
      actions: [late],
      people: withLeaders(successor),
      settings: { ...roundFacts().settings, ladder: { overdue: steps } },
      stepsOf: () => ({ ...given, told: -30 }),
    });
    expect(roundOn(day('2026-12-02'), old, true)).toMatchObject([{ step: -30, isHeldBack: false }]);
  });
});

test('the new owner of an action is told the step that the one before was told, and so is a new coordinator', () => {
  const staff = [
    ...people.filter(({ personId }) => personId !== 'coordinator'),
    person('coordinator', { role: 'coordinator', to: day('2026-12-07') }),
    person('next coordinator', { role: 'coordinator', from: day('2026-12-08') }),
    person('new owner', { serviceId: 'ppt' }),
  ];
  const handedOver = (ownerId: string) => ({ ...late, ownerId, wasHandedOver: true });
  expect(
    table(
      told('2026-11-23', '2026-12-31', (today) => ({
        people: staff,
        actions: [handedOver(today < '2026-11-25' ? 'owner' : 'new owner')],
      })),
    ),
  ).toEqual([
    '2026-11-23 overdue:action 1: owner',
    '2026-11-25 overdue:action 1: new owner',
    '2026-11-30 overdue:action 6: leader',
    '2026-12-04 overdue:action 10: coordinator',
    '2026-12-08 overdue:action 10: next coordinator',
    '2026-12-11 overdue:action 15: head',
  ]);
});

describe('a substitution tells nobody anew:', () => {
  const substitute = (from: string, to: string, ...more: Partial<HeldRole>[]) =>
    person('substitute', leading({ from: day(from), to: day(to), standsInFor: 'leader' }), ...more);

  test('neither the substitute of what the leader was told, nor the leader of what the substitute was told', () => {
    const leader = person('leader', leading());
    expect(from30November({ people: withLeaders(leader, substitute('2026-12-01', '2026-12-02')) })).toEqual([
      '2026-11-30 overdue:action 6: leader',
      ...HIGHER_STEPS,
    ]);
    expect(from30November({ people: withLeaders(leader, substitute('2026-11-30', '2026-12-01')) })).toEqual([
      '2026-11-30 overdue:action 6: substitute',
      ...HIGHER_STEPS,
    ]);
  });
  test('but who becomes the leader is told what nobody told them, also a substitute of before', () => {
    const leader = person('leader', leading({ to: day('2026-12-01') }));
    const successor = person('successor', leading({ from: day('2026-12-02') }));
    expect(from30November({ people: withLeaders(leader, substitute('2026-11-30', '2026-12-01'), successor) })).toEqual([
      '2026-11-30 overdue:action 6: substitute',
      '2026-12-02 overdue:action 6: successor',
      ...HIGHER_STEPS,
    ]);
    const promoted = substitute('2026-12-01', '2026-12-01', leading({ from: day('2026-12-02') }));
    expect(from30November({ people: withLeaders(leader, promoted) })).toEqual([
      '2026-11-30 overdue:action 6: leader',
      '2026-12-02 overdue:action 6: substitute',
      ...HIGHER_STEPS,
    ]);
  });
});

test('nobody is told the same step of the same cause twice, whoever comes and goes', () => {
  const inStory = fc.integer({ min: 0, max: 40 }).map((later) => addDays(day('2026-11-16'), later));
  const names = fc.constantFrom('a', 'b', 'c');
  const held = fc
    .tuple(inStory, inStory, fc.constantFrom('unit-leader', 'meeting-chair', 'coordinator'), fc.option(names))
    .map(([one, other, role, absent]): Partial<HeldRole> => ({
      role,
      unitId: role === 'coordinator' ? null : 'school',
      from: one < other ? one : other,
      to: one < other ? other : one,
      ...(absent !== null && { standsInFor: absent }),
    }));
  const roles = fc.array(held, { maxLength: 3 });
  fc.assert(
    fc.property(fc.tuple(roles, roles, roles), names, ([a, b, c], owner) => {
      const rows = told('2026-11-16', '2026-12-26', (today) => ({
        actions: [{ ...late, ownerId: today < '2026-11-24' ? 'owner' : owner }],
        people: withLeaders(person('a', ...a), person('b', ...b), person('c', ...c)),
      }));
      const tellings = rows.flatMap(({ line }) => {
        const [step, to] = line.split(': ') as [string, string];
        return to.split(', ').map((who) => `${step}: ${who}`);
      });
      expect(new Set(tellings).size).toBe(tellings.length);
    }),
    { numRuns: 40 },
  );
});
