import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { addDays, systemClock, type CalendarDate } from '#platform/kernel';
import { ActionCompleted, ActionCarriedOn, HandoverOffered } from '#actions/contract';
import { commandContext, MUNICIPALITY, type ContextsUnderTest } from '../../../test/contexts-under-test.js';
import { AlertFactsOfDay } from '../read-models/alerts/alert-facts.js';
import { AlertStepsReader } from '../read-models/alert-steps/alert-steps-reader.js';
import { UnitContacts } from '../read-models/unit-history/unit-contacts.js';
import { alertKeyOf } from '../contract/index.js';
import { person } from '../domain/alerts.examples.js';
import { AlertStepsStreams } from '../streams/alert-steps.streams.js';
import { LadderRounds } from './ladder-rounds.js';
import {
  agreed as actionAgreed,
  coordinator,
  id,
  leader,
  NO_ABSENCES,
  openAlertsOfOneSchool,
  owner,
  school,
} from './one-school.examples.js';
import { RoundFactsOfDay } from './round-facts.js';

// Uses a real log and read models: slow when many tests share a machine.
jest.setTimeout(60_000);

const day = (text: string) => text as CalendarDate;

let contexts: ContextsUnderTest;
let streams: AlertStepsStreams;
let reader: AlertStepsReader;
let rounds: LadderRounds;

beforeEach(async () => {
  contexts = await openAlertsOfOneSchool();
  streams = new AlertStepsStreams(contexts.events, contexts.catalog, systemClock);
  reader = new AlertStepsReader(contexts.readSide);
  const roundFacts = new RoundFactsOfDay(
    new AlertFactsOfDay(contexts.readSide, contexts.directory),
    new UnitContacts(contexts.readSide),
    NO_ABSENCES,
    reader,
  );
  rounds = new LadderRounds(roundFacts, streams, contexts.freshness);
});
afterEach(() => contexts.close());

async function agreed(name: string, dueOn: string) {
  await actionAgreed(contexts, name, dueOn);
  await contexts.settled();
}
const happened = async (name: string, event: Parameters<ContextsUnderTest['happened']>[1]) => {
  await contexts.happened(`action-${id(name)}`, event);
  await contexts.settled();
};
const carryOut = (on: string, previous: string | null) =>
  rounds.carryOut(MUNICIPALITY, day(on), previous === null ? null : day(previous));
const toldWithin = async (after: string, until: string) =>
  Object.fromEntries(
    [...(await rounds.toldWithin(MUNICIPALITY, { after: day(after), until: day(until) }, day(until)))].map(
      ([personId, steps]) => [
        personId,
        steps.map(({ alertId, step, age }) => [alertId, step, age] as const).toSorted(([a], [b]) => (a < b ? -1 : 1)),
      ],
    ),
  );
const toldOn = (on: string) => toldWithin(addDays(day(on), -1), on);
const alertOf = (name: string) => `overdue:${id(name)}`;
const sentEvents = async (name: string) =>
  (await contexts.events.read(MUNICIPALITY, `alert-${alertKeyOf(alertOf(name))}`)).map(({ type }) => type);

test('a round tells each receiver once, however often it is repeated', async () => {
  await agreed('late', '2026-11-20');
  expect(await carryOut('2026-11-23', '2026-11-20')).toEqual({ sent: 1, heldBack: 0 });
  expect(await toldOn('2026-11-23')).toEqual({ [owner]: [[alertOf('late'), 1, 1]] });
  expect(await carryOut('2026-11-23', '2026-11-20')).toEqual({ sent: 0, heldBack: 0 });
  expect(await carryOut('2026-11-24', '2026-11-23')).toEqual({ sent: 0, heldBack: 0 });
  expect(await sentEvents('late')).toEqual(['alerts.AlertSent']);
  expect(await toldOn('2026-11-24')).toEqual({});
});

test('two processes in the same round tell each receiver once', async () => {
  await agreed('late', '2026-11-20');
  await Promise.all([carryOut('2026-11-23', '2026-11-20'), carryOut('2026-11-23', '2026-11-20')]);
  expect(await sentEvents('late')).toEqual(['alerts.AlertSent']);
});

test('what several rounds told is told together: of each alert the last step of each person', async () => {
  await agreed('late', '2026-11-20');
  await agreed('later', '2026-11-23');
  await carryOut('2026-11-20', '2026-11-19');
  await carryOut('2026-11-23', '2026-11-20');
  await carryOut('2026-11-30', '2026-11-23');
  expect(await toldWithin('2026-11-19', '2026-11-23')).toEqual({
    [owner]: [
      [alertOf('late'), 1, 1],
      [alertOf('later'), 0, 0],
    ],
  });
  // The unit's leader was told since; the owner was told before, and has had no mail of it.
  expect(await toldWithin('2026-11-20', '2026-11-30')).toEqual({
    [owner]: [
      [alertOf('late'), 1, 6],
      [alertOf('later'), 1, 5],
    ],
    [leader]: [[alertOf('late'), 6, 6]],
  });
  expect(await toldWithin('2026-11-30', '2026-12-01')).toEqual({});
});

test('what was told is left out once it is solved, or its date was moved', async () => {
  await agreed('done', '2026-11-20');
  await agreed('moved', '2026-11-20');
  await carryOut('2026-11-23', '2026-11-20');
  await happened('done', ActionCompleted({ completedOn: day('2026-11-23'), note: null }));
  expect(await toldOn('2026-11-23')).toEqual({ [owner]: [[alertOf('moved'), 1, 1]] });
  const dates = { from: '2026-11-20', dueOn: '2026-12-04', followUpOn: '2027-12-01', on: '2026-11-23' };
  const carriedOn = ActionCarriedOn.schema.parse({ ...dates, meetingId: null, reason: 'Venter på utstyr' });
  await happened('moved', ActionCarriedOn(carriedOn));
  expect(await toldOn('2026-11-23')).toEqual({});
  await carryOut('2026-12-01', '2026-11-30');
  expect(await toldOn('2026-12-01')).toEqual({ [owner]: [[alertOf('moved'), -3, -3]] });
});

test('after days without a round the old steps wait until the coordinator releases them', async () => {
  await agreed('old', '2026-10-01');
  await agreed('new', '2026-11-20');
  expect(await carryOut('2026-11-23', null)).toEqual({ sent: 1, heldBack: 1 });
  expect((await reader.waiting(MUNICIPALITY)).map(({ alertId }) => alertId)).toEqual([alertOf('old')]);
  expect(await carryOut('2026-11-24', '2026-11-23')).toEqual({ sent: 0, heldBack: 0 });
  await streams.run(
    alertKeyOf(alertOf('old')),
    { type: 'ReleaseAlert', on: day('2026-11-24') },
    commandContext('release'),
  );
  await contexts.settled();
  expect(await reader.waiting(MUNICIPALITY)).toEqual([]);
  expect(await carryOut('2026-11-25', '2026-11-24')).toEqual({ sent: 1, heldBack: 0 });
  expect(await toldOn('2026-11-25')).toEqual({ [coordinator]: [[alertOf('old'), 15, 39]] });
  const [row] = [...(await reader.byId(MUNICIPALITY, [alertOf('old')])).values()];
  expect(row!.history.map(({ what, step, on }) => [what, step, on])).toEqual([
    ['held-back', 15, '2026-11-23'],
    ['released', null, '2026-11-24'],
    ['sent', 15, '2026-11-25'],
  ]);
});

test('a weekend or a holiday between two rounds is no day without one', async () => {
  await agreed('old', '2026-10-01');
  expect(await carryOut('2026-11-23', '2026-11-20')).toEqual({ sent: 1, heldBack: 0 });
});

test('what was told before is still held, until it is put aside or solved', async () => {
  await agreed('late', '2026-11-20');
  await carryOut('2026-11-23', '2026-11-20');
  const heldOn = async (on: string) =>
    [...((await rounds.heldOn(MUNICIPALITY, day(on))).get(owner) ?? [])].map(({ alertId, on: told, age }) => [
      alertId,
      told,
      age,
    ]);
  expect(await heldOn('2026-11-25')).toEqual([[alertOf('late'), '2026-11-23', 3]]);
  const snooze = {
    type: 'SnoozeAlert',
    on: day('2026-11-25'),
    until: day('2026-11-27'),
    reason: 'Venter på svar',
  } as const;
  await streams.run(alertKeyOf(alertOf('late')), snooze, commandContext('snooze'));
  await contexts.settled();
  expect(await heldOn('2026-11-26')).toEqual([]);
  expect(await heldOn('2026-11-27')).toEqual([[alertOf('late'), '2026-11-23', 5]]);
  await happened('late', ActionCompleted({ completedOn: day('2026-11-27'), note: null }));
  expect(await heldOn('2026-11-30')).toEqual([]);
});

describe('what a person was told reaches them only while their roles let them read it:', () => {
  const readersOn = async (on: string) => ({
    told: Object.keys(await toldOn('2026-11-30')),
    held: [...(await rounds.heldOn(MUNICIPALITY, day(on))).keys()],
  });
  const hold = (personId: string, ...roles: Parameters<typeof person>[1][]) => {
    contexts.directory.persons = [
      ...contexts.directory.persons.filter((it) => it.personId !== personId),
      person(personId, ...roles),
    ];
  };

  test('a leader who has moved to another unit', async () => {
    await agreed('late', '2026-11-20');
    await carryOut('2026-11-30', '2026-11-27');
    expect(await readersOn('2026-11-30')).toEqual({ told: [leader], held: [leader] });
    const lastDay = { role: 'unit-leader', unitId: school, to: day('2026-11-30') } as const;
    hold(leader, lastDay, { role: 'unit-leader', unitId: '974552877', from: day('2026-12-01') });
    expect(await readersOn('2026-11-30')).toEqual({ told: [leader], held: [leader] });
    expect(await readersOn('2026-12-01')).toEqual({ told: [leader], held: [] });
    hold(leader, { role: 'unit-leader', unitId: '974552877' });
    expect(await readersOn('2026-12-01')).toEqual({ told: [], held: [] });
  });

  test('a leader who owns the action reads it as their own, at whatever unit', async () => {
    await actionAgreed(contexts, 'own', '2026-11-27', leader);
    await contexts.settled();
    await carryOut('2026-11-30', '2026-11-27');
    hold(leader, { role: 'unit-leader', unitId: '974552877' });
    expect(await readersOn('2026-12-01')).toEqual({ told: [leader], held: [leader] });
  });

  test('a substitute whose time is over, or whose place the other does not hold any longer', async () => {
    const substitute = id('substitute');
    const instead = { role: 'unit-leader', unitId: school, standsInFor: leader } as const;
    hold(substitute, instead, { role: 'teacher', unitId: school });
    await agreed('late', '2026-11-20');
    await carryOut('2026-11-30', '2026-11-27');
    expect(await readersOn('2026-11-30')).toEqual({ told: [substitute], held: [substitute] });
    hold(substitute, { ...instead, to: day('2026-11-30') }, { role: 'teacher', unitId: school });
    expect((await readersOn('2026-12-01')).held).toEqual([]);
    hold(substitute, instead, { role: 'teacher', unitId: school });
    hold(leader, { role: 'unit-leader', unitId: school, to: day('2026-11-30') }, { role: 'teacher', unitId: school });
    expect((await readersOn('2026-12-01')).held).toEqual([]);
  });
});

test('a new leader is told what the one before was told and what is still open, once, in one round', async () => {
  const [chair, successor] = [id('chair'), id('successor')];
  const lastDay = { role: 'unit-leader', unitId: school, to: day('2026-12-01') } as const;
  contexts.directory.persons = [
    ...contexts.directory.persons.filter(({ personId }) => personId !== leader),
    person(leader, lastDay),
    person(chair, { role: 'meeting-chair', unitId: school }),
    person(successor, { role: 'unit-leader', unitId: school, from: day('2026-12-02') }),
  ];
  for (const name of ['one', 'two', 'done']) await agreed(name, '2026-11-20');
  expect(await carryOut('2026-11-30', '2026-11-27')).toEqual({ sent: 3, heldBack: 0 });
  await happened('done', ActionCompleted({ completedOn: day('2026-12-01'), note: null }));
  expect(await carryOut('2026-12-01', '2026-11-30')).toEqual({ sent: 0, heldBack: 0 });
  // A day without a round lay between: what she takes over does not wait for the coordinator.
  expect(await carryOut('2026-12-03', '2026-12-01')).toEqual({ sent: 2, heldBack: 0 });
  const both = ['one', 'two'].map((name) => [alertOf(name), 6, 9]).toSorted(([x], [y]) => (x! < y! ? -1 : 1));
  expect(await toldOn('2026-12-03')).toEqual({ [successor]: both });
  expect(await sentEvents('one')).toEqual(['alerts.AlertSent', 'alerts.AlertSent']);
  expect(await carryOut('2026-12-03', '2026-12-01')).toEqual({ sent: 0, heldBack: 0 });
  // Whoever was told before and still leads the unit keeps it in their lists.
  const held = await rounds.heldOn(MUNICIPALITY, day('2026-12-03'));
  expect([chair, successor, leader].map((who) => held.get(who)?.length)).toEqual([2, 2, undefined]);
});

test('somebody to whom an action was offered is told that it waits for an answer', async () => {
  const receiver = id('receiver');
  contexts.directory.persons.push(person(receiver, { role: 'teacher', unitId: school }));
  await agreed('offered', '2027-03-01');
  const offer = { from: owner, to: receiver, toServiceId: null, on: '2026-11-23', reason: 'Bytter jobb' };
  await happened('offered', HandoverOffered(HandoverOffered.schema.parse(offer)));
  await carryOut('2026-11-30', '2026-11-27');
  const waiting = [[`handover-waiting:${id('offered')}`, 5, 5]];
  expect(await toldOn('2026-11-30')).toEqual({ [receiver]: waiting, [owner]: waiting });
});
