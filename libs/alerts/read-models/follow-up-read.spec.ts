import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { PersonId } from '#platform/kernel';
import { ExemptionWithdrawn, MonthExempted } from '#meetings/contract';
import { asker, MUNICIPALITY } from '../../../test/contexts-under-test.js';
import {
  asks,
  chair,
  coordinator,
  day,
  id,
  kindergarten,
  leader,
  leads,
  openFollowUp,
  school,
  YEAR,
  type FollowUpRead,
} from './follow-up-read.examples.js';

// Uses a real log and read models: slow when many tests share a machine.
jest.setTimeout(60_000);

let opened: FollowUpRead;
beforeAll(async () => {
  opened = await openFollowUp();
});
afterAll(() => opened.contexts.close());

describe('the list of units to call', () => {
  test('has for each unit its leader, its overdue matters and their number by kind', async () => {
    const { items, total, areas, matters } = await opened.list();
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
    expect((await opened.list({ about: 'overdue' })).items.map(({ name, total }) => [name, total])).toEqual([
      [school, 1],
    ]);
    expect((await opened.list({ area: 'Øst' })).items.map(({ name }) => name)).toEqual([kindergarten]);
    expect((await opened.list({ kind: 'school' })).total).toBe(1);
    expect(await opened.list({ size: 1, page: 2 })).toMatchObject({ total: 2, items: [{ name: kindergarten }] });
  });
  test('shows when the unit’s meeting was confirmed', async () => {
    await opened.held('november', '2026-11-19');
    await opened.contexts.settled();
    expect((await opened.list({ about: 'meeting-unconfirmed' })).total).toBe(0);
  });
});

test('the start page counts units by the day of their meeting in the month, and lists the first units to call', async () => {
  opened.completed.done = [
    { actionId: id('done'), unitIds: [school], text: 'Kurs', completedOn: day('2026-11-20') },
    { actionId: id('done before'), unitIds: [school], text: 'Kurs', completedOn: day('2026-11-19') },
  ];
  const answer = await opened.start();
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
  expect((await opened.start(asks({ today: day('2027-11-18') }))).lastYear).toMatchObject({
    month: '2026-11',
    until: '2026-11-18',
    held: 0,
    obliged: 2,
  });
  expect((await opened.start(asks({ today: day('2027-11-19') }))).lastYear).toMatchObject({ held: 1, obliged: 2 });
});

describe('the follow-up of a unit', () => {
  const about = { kind: 'month-missing', month: '2026-10' };

  test('lists reminders, calls and exemptions with person, day and reason', async () => {
    expect(await opened.remind('first', kindergarten, { ...about, note: 'Ring meg gjerne' })).toMatchObject({
      revision: 0n,
    });
    expect(await opened.noteCall('call', kindergarten, { withId: chair, note: 'Tar det i neste uke' })).toMatchObject({
      revision: 1n,
    });
    const exemption = { unitId: kindergarten, ...YEAR, month: '2026-12' };
    await opened.contexts.happened(
      `schoolyear-${kindergarten}.2026`,
      MonthExempted(MonthExempted.schema.parse({ ...exemption, reason: 'ombygging' })),
    );
    await opened.contexts.happened(
      `schoolyear-${kindergarten}.2026`,
      ExemptionWithdrawn(ExemptionWithdrawn.schema.parse(exemption)),
    );
    await opened.contexts.settled();
    const answer = await opened.ofUnit(kindergarten);
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
  test('refuses a second reminder on one day, and a reminder of nothing overdue', async () => {
    expect(await opened.remind('again', kindergarten, about)).toMatchObject({ refused: [{ rule: 'REMINDED_TODAY' }] });
    expect(await opened.remind('first', kindergarten, { ...about, note: 'Ring meg gjerne' })).toMatchObject({
      revision: 0n,
    });
    expect(await opened.remind('wrong month', kindergarten, { month: '2026-09' })).toMatchObject({
      refused: [{ rule: 'NOTHING_TO_REMIND_OF' }],
    });
    expect(await opened.remind('no leader', school)).toMatchObject({ refused: [{ rule: 'NOBODY_TO_REMIND' }] });
    expect(await opened.noteCall('nobody', kindergarten, { withId: id('nobody'), note: 'Hei' })).toMatchObject({
      refused: [{ rule: 'UNKNOWN_PERSON_CALLED' }],
    });
  });
  test('is empty for a unit with nothing overdue, and not found for an unknown unit', async () => {
    expect(await opened.ofUnit(school, asks({ today: day('2026-10-15') }))).toMatchObject({
      matters: [],
      done: [],
      total: 0,
    });
    expect(await opened.ofUnit('310000000')).toMatchObject({ refused: [{ rule: 'NOT_FOUND' }] });
  });
});

describe('a reminder', () => {
  test('is shown to the unit’s leaders only', async () => {
    expect(await opened.reminders()).toMatchObject([
      {
        unit: { unitId: kindergarten },
        by: coordinator,
        on: '2026-11-22',
        note: 'Ring meg gjerne',
        matters: [{ kind: 'month-missing', month: '2026-10' }],
      },
    ]);
    expect(
      await opened.reminders(asker({ personId: chair, roles: [{ role: 'meeting-chair', unitId: kindergarten }] })),
    ).toHaveLength(1);
    expect(
      await opened.reminders(asker({ personId: leader, roles: [{ role: 'unit-leader', unitId: school }] })),
    ).toEqual([]);
    expect(
      await opened.reminders(asker({ personId: leader, roles: [{ role: 'teacher', unitId: kindergarten }] })),
    ).toEqual([]);
    expect(await opened.reminders({ ...leads(), tenant: '8888' })).toEqual([]);
  });
  test('is listed once, in its latest form, until its cause is solved', async () => {
    await opened.remind(
      'next day',
      kindergarten,
      { kind: 'month-missing', month: '2026-10' },
      asks({ today: day('2026-11-23') }),
    );
    await opened.contexts.settled();
    expect(await opened.reminders(leads('2026-11-23'))).toMatchObject([{ note: null }]);
    await opened.contexts.happened(
      `schoolyear-${kindergarten}.2026`,
      MonthExempted(
        MonthExempted.schema.parse({ unitId: kindergarten, ...YEAR, month: '2026-10', reason: 'ombygging' }),
      ),
    );
    await opened.contexts.settled();
    expect(await opened.reminders(leads('2026-11-23'))).toEqual([]);
  });
  test('is recorded with its recipients, for a later mail', async () => {
    const history = await opened.contexts.events.read(MUNICIPALITY, `followup-${kindergarten}`);
    expect(history[0]).toMatchObject({
      type: 'alerts.UnitReminded',
      tenant: MUNICIPALITY,
      metadata: { actor: coordinator },
      data: { toIds: expect.arrayContaining([PersonId.parse(leader), PersonId.parse(chair)]) as unknown },
    });
  });
});
