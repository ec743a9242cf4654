import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Asker } from '#platform/identity';
import { isRefused, PersonId, stableId, UnitId, type CalendarDate } from '#platform/kernel';
import { ActionAgreed, actionEvents, CompletedActions, type CompletedActionDto } from '#actions/contract';
import {
  ExemptionWithdrawn,
  MeetingCancelled,
  meetingEvents,
  MeetingHeld,
  MeetingMoved,
  MeetingPlanned,
  MonthExempted,
  schoolYearEvents,
} from '#meetings/contract';
import {
  asker,
  commandContext,
  MUNICIPALITY,
  openContexts,
  type ContextsUnderTest,
} from '../../../test/contexts-under-test.js';
import { person, unit } from '../domain/alerts.examples.js';
import { NoteCall, NoteCallBody } from '../features/note-call.js';
import { NoteCallHandler } from '../features/note-call.js';
import { RemindUnit, RemindUnitBody } from '../features/remind-unit.js';
import { RemindUnitHandler } from '../features/remind-unit.js';
import { alertsContext } from '../index.js';
import { FollowUpStreams } from '../streams/follow-up.streams.js';
import { AlertFactsOfDay } from './alerts/alert-facts.js';
import { CoordinatorStart, FollowUpFilters, FollowUpPage, Reminders, UnitFollowUp } from './follow-up/follow-up.dto.js';
import {
  ListUnitsToCall,
  ListUnitsToCallHandler,
  ReadUnitFollowUp,
  ReadUnitFollowUpHandler,
} from './follow-up/follow-up.query.js';
import { UnitsToCall } from './follow-up/units-to-call.js';
import { ListReminders, ListRemindersHandler } from './reminders/reminders.query.js';
import { ReadCoordinatorStart, ReadCoordinatorStartHandler } from './start/coordinator-start.query.js';
import { MonthsSoFar } from './start/months-so-far.js';
import { UnitContacts } from './unit-history/unit-contacts.js';

// Uses a real log and read models: slow when many tests share a machine.
jest.setTimeout(60_000);

const [school, kindergarten] = ['974552876', '974777630'].map((it) => UnitId.parse(it)) as [UnitId, UnitId];
const id = (name: string) => stableId('id', name);
const [leader, chair, coordinator] = ['leader', 'chair', 'coordinator'].map(id) as [string, string, string];
const day = (text: string) => text as CalendarDate;
const YEAR = { schoolYear: 2026 };

/** Actions completed since Friday, in place of the actions context. */
class StubbedCompletedActions extends CompletedActions {
  done: CompletedActionDto[] = [];
  since = (_: string, from: CalendarDate) =>
    Promise.resolve(this.done.filter(({ completedOn }) => completedOn >= from));
}

let shop: ContextsUnderTest;
let facts: AlertFactsOfDay;
let contacts: UnitContacts;
let toCall: UnitsToCall;
const completed = new StubbedCompletedActions();

const planned = (name: string, on: string, unitIds: readonly UnitId[] = [school]) =>
  shop.happened(
    `meeting-${id(name)}`,
    MeetingPlanned(
      MeetingPlanned.schema.parse({
        meetingId: id(name),
        kind: 'ordinary',
        unitIds,
        ...YEAR,
        on,
        startsAt: '12:30',
        place: null,
        reason: null,
        urgent: false,
      }),
    ),
  );
const held = (name: string, heldOn: string, unitIds: readonly UnitId[] = [school]) =>
  shop.happened(`meeting-${id(name)}`, MeetingHeld(MeetingHeld.schema.parse({ unitIds, heldOn, insteadOf: heldOn })));
const asks = (changes: Partial<Asker> = {}) => asker({ personId: coordinator, ...changes });
const leads = (today = '2026-11-22') =>
  asker({ personId: leader, roles: [{ role: 'unit-leader', unitId: kindergarten }], today: day(today) });

const list = async (filters: Record<string, unknown> = {}, who = asks()) =>
  FollowUpPage.parse(
    await new ListUnitsToCallHandler(toCall).execute(new ListUnitsToCall(FollowUpFilters.parse(filters), who)),
  );
const ofUnit = async (unitId: string, who = asks()) => {
  const answer = await new ReadUnitFollowUpHandler(toCall, contacts).execute(new ReadUnitFollowUp(unitId, who));
  return isRefused(answer) ? answer : UnitFollowUp.parse(answer);
};
const reminders = async (who = leads()) =>
  Reminders.parse(await new ListRemindersHandler(contacts, facts).execute(new ListReminders(who))).items;
const start = async (who = asks()) =>
  CoordinatorStart.parse(
    await new ReadCoordinatorStartHandler(toCall, new MonthsSoFar(shop.readSide), contacts, completed, {
      count: () => Promise.resolve(3),
    }).execute(new ReadCoordinatorStart(who)),
  );
const streams = () => shop.streams.find((it) => it instanceof FollowUpStreams) as FollowUpStreams;
const by = (command: string) => ({ ...commandContext(id(command)), actor: coordinator });
const remind = (command: string, unitId: UnitId, body: object = {}, who = asks()) =>
  new RemindUnitHandler(streams(), facts).execute(new RemindUnit(unitId, RemindUnitBody.parse(body), who, by(command)));
const noteCall = (command: string, unitId: UnitId, body: object) =>
  new NoteCallHandler(streams(), shop.directory).execute(
    new NoteCall(unitId, NoteCallBody.parse(body), asks(), by(command)),
  );

beforeAll(async () => {
  shop = await openContexts([alertsContext], [meetingEvents, schoolYearEvents, actionEvents]);
  facts = new AlertFactsOfDay(shop.readSide, shop.directory);
  contacts = new UnitContacts(shop.readSide);
  toCall = new UnitsToCall(facts, contacts);
  shop.directory.persons = [
    person(chair, { role: 'meeting-chair', unitId: kindergarten }),
    person(leader, { role: 'unit-leader', unitId: kindergarten }),
    person(coordinator, { role: 'coordinator' }),
  ];
  shop.directory.places = [
    unit(school, { area: 'Vest' }),
    unit(kindergarten, { kind: 'kindergarten', area: 'Øst' }),
  ].map((it) => ({ ...it, obligations: [{ from: day('2026-10-01'), obliged: true, reason: null }] }));
  // The school met in October and on a Thursday in November (protocol not filed); one action is late since Friday.
  await planned('october', '2026-10-14');
  await held('october', '2026-10-14');
  await planned('november', '2026-11-18');
  await shop.happened(
    `meeting-${id('november')}`,
    MeetingMoved(
      MeetingMoved.schema.parse({
        unitIds: [school],
        from: { on: '2026-11-18', startsAt: '12:30' },
        to: { on: '2026-11-19', startsAt: '12:30' },
        place: null,
        reason: null,
      }),
    ),
  );
  await shop.happened(
    `action-${id('late')}`,
    ActionAgreed(
      ActionAgreed.schema.parse({
        actionId: id('late'),
        meetingId: id('october'),
        unitIds: [school],
        agreedOn: '2026-10-14',
        text: 'Veilede personalet',
        ownerId: coordinator,
        ownerServiceId: null,
        dueOn: '2026-11-19',
        followUpOn: '2026-12-01',
        level: 'group',
        category: 'guidance',
        approach: null,
        contributors: [],
        resources: null,
        wantedEffect: null,
        matterId: null,
      }),
    ),
  );
  // The kindergarten did not meet in October, and its meeting of this month was cancelled.
  await planned('cancelled', '2026-11-11', [kindergarten]);
  await shop.happened(
    `meeting-${id('cancelled')}`,
    MeetingCancelled(MeetingCancelled.schema.parse({ unitIds: [kindergarten], on: '2026-11-11', reason: 'sykdom' })),
  );
  await shop.settled();
});
afterAll(() => shop.close());

describe('the list of whom to call', () => {
  test('gathers a unit’s matters, with who leads it and how much there is of each kind', async () => {
    const { items, total, areas, matters } = await list();
    expect(items.map(({ name, counts }) => [name, counts])).toEqual([
      [school, { 'protocol-late': 1, 'meeting-unconfirmed': 1, overdue: 1 }],
      [kindergarten, { 'month-missing': 1 }],
    ]);
    expect(items[1]).toMatchObject({
      leaders: [{ personId: leader }, { personId: chair }],
      isInHand: false,
      lastContact: null,
      matters: [{ kind: 'month-missing', month: '2026-10', level: 'coordinator' }],
    });
    expect(items[0]!.matters.find(({ kind }) => kind === 'overdue')).toMatchObject({
      about: 'Veilede personalet',
      owner: { personId: coordinator },
      ageInWorkingDays: 1,
    });
    expect([total, matters, areas]).toEqual([2, 4, ['Vest', 'Øst']]);
  });
  test('is filtered and paged', async () => {
    expect((await list({ about: 'overdue' })).items.map(({ name, total }) => [name, total])).toEqual([[school, 1]]);
    expect((await list({ area: 'Øst' })).items.map(({ name }) => name)).toEqual([kindergarten]);
    expect((await list({ kind: 'school' })).total).toBe(1);
    expect(await list({ size: 1, page: 2 })).toMatchObject({ total: 2, items: [{ name: kindergarten }] });
  });
  test('says when the meeting of a unit is confirmed', async () => {
    await held('november', '2026-11-19');
    await shop.settled();
    expect((await list({ about: 'meeting-unconfirmed' })).total).toBe(0);
  });
});

test('the start page counts the month by the days on which units met, and names whom to call first', async () => {
  completed.done = [
    { actionId: id('done'), unitIds: [school], text: 'Kurs', completedOn: day('2026-11-20') },
    { actionId: id('done before'), unitIds: [school], text: 'Kurs', completedOn: day('2026-11-19') },
  ];
  const answer = await start();
  expect(answer).toMatchObject({
    today: '2026-11-22',
    thisMonth: { month: '2026-11', until: '2026-11-22', held: 1, obliged: 2 },
    lastYear: { month: '2025-11', until: '2025-11-22', held: 0, obliged: 0 },
    unitsBehind: 2,
    overdueActions: 1,
    orphans: 0,
    callFirst: [{ name: school }, { name: kindergarten }],
  });
  // It is Sunday, so changes count from Friday, at the time they were reported, which is when this test runs.
  expect(answer.changes).toMatchObject({ since: '2026-11-20', counts: { completed: 1, overdue: 1 } });
  expect(answer.changes.lines.filter(({ actionId }) => actionId !== null)).toMatchObject([
    { kind: 'overdue', on: '2026-11-20', text: 'Veilede personalet', unit: { name: school } },
    { kind: 'action-completed', on: '2026-11-20', text: 'Kurs' },
  ]);
  expect((await start(asks({ today: day('2027-11-18') }))).lastYear).toMatchObject({
    month: '2026-11',
    until: '2026-11-18',
    held: 0,
    obliged: 2,
  });
  expect((await start(asks({ today: day('2027-11-19') }))).lastYear).toMatchObject({ held: 1, obliged: 2 });
});

describe('what is done about a unit', () => {
  const about = { kind: 'month-missing', month: '2026-10' };

  test('stands with it: reminders, calls and exemptions, with who, when and why', async () => {
    expect(await remind('first', kindergarten, { ...about, note: 'Ring meg gjerne' })).toMatchObject({ revision: 0n });
    expect(await noteCall('call', kindergarten, { withId: chair, note: 'Tar det i neste uke' })).toMatchObject({
      revision: 1n,
    });
    const exemption = { unitId: kindergarten, ...YEAR, month: '2026-12' };
    await shop.happened(
      `schoolyear-${kindergarten}.2026`,
      MonthExempted(MonthExempted.schema.parse({ ...exemption, reason: 'ombygging' })),
    );
    await shop.happened(
      `schoolyear-${kindergarten}.2026`,
      ExemptionWithdrawn(ExemptionWithdrawn.schema.parse(exemption)),
    );
    await shop.settled();
    const answer = await ofUnit(kindergarten);
    expect(answer).toMatchObject({
      doneTotal: 4,
      done: [
        { kind: 'exemption-withdrawn', about: { month: '2026-12' } },
        { kind: 'exempted', about: { month: '2026-12' }, note: 'ombygging', by: null },
        {
          kind: 'called',
          by: coordinator,
          with: chair,
          note: 'Tar det i neste uke',
          about: { kind: null, month: null },
        },
        { kind: 'reminded', by: coordinator, about, note: 'Ring meg gjerne' },
      ],
      lastContact: { kind: 'called', by: coordinator },
    });
  });
  test('is refused with words when it was done today, or when there is nothing to remind of', async () => {
    expect(await remind('again', kindergarten, about)).toMatchObject({ refused: [{ rule: 'REMINDED_TODAY' }] });
    expect(await remind('first', kindergarten, { ...about, note: 'Ring meg gjerne' })).toMatchObject({ revision: 0n });
    expect(await remind('wrong month', kindergarten, { month: '2026-09' })).toMatchObject({
      refused: [{ rule: 'NOTHING_TO_REMIND_OF' }],
    });
    expect(await remind('no leader', school)).toMatchObject({ refused: [{ rule: 'NOBODY_TO_REMIND' }] });
    expect(await noteCall('nobody', kindergarten, { withId: id('nobody'), note: 'Hei' })).toMatchObject({
      refused: [{ rule: 'UNKNOWN_PERSON_CALLED' }],
    });
  });
  test('is nothing for a unit that is not behind, and not found where there is no such unit', async () => {
    expect(await ofUnit(school, asks({ today: day('2026-10-15') }))).toMatchObject({ matters: [], done: [], total: 0 });
    expect(await ofUnit('310000000')).toMatchObject({ refused: [{ rule: 'NOT_FOUND' }] });
  });
});

describe('a reminder', () => {
  test('is read by those who lead the unit, and by nobody else', async () => {
    expect(await reminders()).toMatchObject([
      {
        unit: { unitId: kindergarten },
        by: coordinator,
        on: '2026-11-22',
        note: 'Ring meg gjerne',
        matters: [{ kind: 'month-missing', month: '2026-10' }],
      },
    ]);
    expect(
      await reminders(asker({ personId: chair, roles: [{ role: 'meeting-chair', unitId: kindergarten }] })),
    ).toHaveLength(1);
    expect(await reminders(asker({ personId: leader, roles: [{ role: 'unit-leader', unitId: school }] }))).toEqual([]);
    expect(await reminders(asker({ personId: leader, roles: [{ role: 'teacher', unitId: kindergarten }] }))).toEqual(
      [],
    );
    expect(await reminders({ ...leads(), municipality: '8888' })).toEqual([]);
  });
  test('stands once, as it was said last, and goes when what it is about is mended', async () => {
    await remind(
      'next day',
      kindergarten,
      { kind: 'month-missing', month: '2026-10' },
      asks({ today: day('2026-11-23') }),
    );
    await shop.settled();
    expect(await reminders(leads('2026-11-23'))).toMatchObject([{ note: null }]);
    await shop.happened(
      `schoolyear-${kindergarten}.2026`,
      MonthExempted(
        MonthExempted.schema.parse({ unitId: kindergarten, ...YEAR, month: '2026-10', reason: 'ombygging' }),
      ),
    );
    await shop.settled();
    expect(await reminders(leads('2026-11-23'))).toEqual([]);
  });
  test('names whom it went to, so that mail can follow', async () => {
    const history = await shop.events.read(`followup-${kindergarten}`);
    expect(history[0]).toMatchObject({
      type: 'alerts.UnitReminded',
      metadata: { municipality: MUNICIPALITY, actor: coordinator },
      data: { toIds: expect.arrayContaining([PersonId.parse(leader), PersonId.parse(chair)]) as unknown },
    });
  });
});
