import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Asker } from '#platform/identity';
import { stableId, type CalendarDate } from '#platform/kernel';
import {
  ActionAgreed,
  ActionCarriedOn,
  ActionCompleted,
  actionEvents,
  FollowUpRecorded,
  HandoverAccepted,
  HandoverOffered,
  OwnerAnswered,
} from '#actions/contract';
import {
  ExemptionWithdrawn,
  MeetingCancelled,
  meetingEvents,
  MeetingHeld,
  MonthExempted,
  schoolYearEvents,
} from '#meetings/contract';
import type { HeldRole } from '#registry/contract';
import { asker, openContexts, type ContextsUnderTest } from '../../../test/contexts-under-test.js';
import { person, unit } from '../domain/alerts.examples.js';
import { alertsContext } from '../index.js';
import { AlertFactsOfDay } from './alerts/alert-facts.js';
import { AlertPage, AlertsQuery } from './alerts/alerts.dto.js';
import { ListAlerts, ListAlertsHandler } from './alerts/alerts.query.js';
import { OrphanPage } from './orphans/orphans.dto.js';
import { ListOrphans, ListOrphansHandler } from './orphans/orphans.query.js';

// Uses a real log and read models: slow when many tests share a machine.
jest.setTimeout(60_000);

const [school, kindergarten] = ['974552876', '974777630'];
const id = (name: string) => stableId('id', name);
const [leader, worker, gone, coordinator] = ['leader', 'worker', 'gone', 'coordinator'].map(id);
const health = id('health');
const day = (text: string) => text as CalendarDate;
const roles = (...held: Partial<HeldRole>[]) => held;

let contexts: ContextsUnderTest;

const agreed = (name: string, owner: string, dueOn: string, unitId = school) =>
  contexts.happened(
    `action-${id(name)}`,
    ActionAgreed(
      ActionAgreed.schema.parse({
        actionId: id(name),
        meetingId: id('meeting'),
        unitIds: [unitId],
        agreedOn: '2026-09-10',
        text: `Tiltak ${name}`,
        ownerId: owner,
        ownerServiceId: null,
        dueOn,
        followUpOn: '2026-12-01',
        level: 'group',
        category: 'guidance',
        approach: null,
        contributors: [{ personId: null, serviceId: health }],
        resources: null,
        wantedEffect: null,
        matterId: null,
      }),
    ),
  );
const held = (name: string, heldOn: string) =>
  contexts.happened(
    `meeting-${id(name)}`,
    MeetingHeld(MeetingHeld.schema.parse({ unitIds: [school], heldOn, insteadOf: heldOn })),
  );
const exempt = (schoolMonth: string) => ({ unitId: kindergarten, schoolYear: 2026, month: schoolMonth });

const alerts = async (query: Record<string, unknown> = {}, who: Asker = coordinatorAsks()) =>
  AlertPage.parse(
    await new ListAlertsHandler(new AlertFactsOfDay(contexts.readSide, contexts.directory)).execute(
      new ListAlerts(AlertsQuery.parse(query), who),
    ),
  );
const idsOf = async (query: Record<string, unknown> = {}, who?: Asker) =>
  (await alerts(query, who)).items.map((alert) => alert.id).sort();
const orphans = async (who: Asker = coordinatorAsks()) =>
  OrphanPage.parse(
    await new ListOrphansHandler(contexts.readSide, contexts.directory).execute(
      new ListOrphans({ page: 1, size: 50 }, who),
    ),
  );
const coordinatorAsks = () => asker({ personId: coordinator });

beforeAll(async () => {
  contexts = await openContexts([alertsContext], [meetingEvents, schoolYearEvents, actionEvents]);
  contexts.directory.persons = [
    person(leader!, ...roles({ role: 'unit-leader', unitId: school })),
    person(worker!, ...roles({})),
    person(gone!, ...roles({ to: day('2026-10-31') })),
    person(coordinator!, ...roles({ role: 'coordinator' })),
  ];
  contexts.directory.places = [unit(school), unit(kindergarten, { kind: 'kindergarten' })].map((it) => ({
    ...it,
    obligations: [{ from: day('2026-08-01'), obliged: true, reason: null }],
  }));
  await agreed('late', worker!, '2026-11-20');
  await agreed('in time', worker!, '2026-11-22');
  await agreed('done', worker!, '2026-11-01');
  await contexts.happened(`action-${id('done')}`, ActionCompleted({ completedOn: day('2026-11-10'), note: null }));
  await agreed('left', gone!, '2026-12-01', kindergarten);
  await held('august', '2026-08-20');
  await held('september', '2026-09-30');
  await held('october', '2026-10-30');
  await held('mistaken', '2026-11-02');
  await contexts.happened(
    `meeting-${id('mistaken')}`,
    MeetingCancelled(MeetingCancelled.schema.parse({ unitIds: [school], on: '2026-11-02', reason: 'sykdom' })),
  );
  for (const month of ['2026-08', '2026-09', '2026-10'])
    await contexts.happened(
      `schoolyear-${kindergarten}.2026`,
      MonthExempted(MonthExempted.schema.parse({ ...exempt(month), reason: 'ombygging' })),
    );
  await contexts.happened(
    `schoolyear-${kindergarten}.2026`,
    ExemptionWithdrawn(ExemptionWithdrawn.schema.parse(exempt('2026-09'))),
  );
  await contexts.settled();
});
afterAll(() => contexts.close());

describe('alerts', () => {
  test('follow from the log and the day', async () => {
    expect(await idsOf()).toEqual(
      [
        `overdue:${id('late')}`,
        `orphan:${id('left')}`,
        `protocol-late:${id('august')}`,
        `protocol-late:${id('september')}`,
        `protocol-late:${id('october')}`,
        `month-missing:${kindergarten}/2026-09`,
      ].sort(),
    );
  });
  test('name the fault and who should act, in the reader’s language', async () => {
    const { items } = await alerts({ kind: 'month-missing' }, asker({ language: 'nn' }));
    expect(items).toMatchObject([
      {
        level: 'coordinator',
        units: [{ unitId: kindergarten, name: kindergarten }],
        text: 'Det er ikkje halde møte i september 2026. Er møtet halde, be eininga registrere det; elles kan du gi fritak.',
        actors: [{ personId: coordinator }],
        since: '2026-10-01',
      },
    ]);
  });
  test('are filtered and paged', async () => {
    expect(await idsOf({ kind: 'overdue' })).toEqual([`overdue:${id('late')}`]);
    expect(await idsOf({ unit: kindergarten })).toHaveLength(2);
    expect(await idsOf({ level: 'reminder' })).toEqual([`overdue:${id('late')}`]);
    const pages = [await alerts({ size: 4 }), await alerts({ size: 4, page: 2 })];
    expect(pages.map(({ items, total }) => [items.length, total])).toEqual([
      [4, 6],
      [2, 6],
    ]);
  });
  test('include only what the reader’s roles reach', async () => {
    const as = (personId: string, ...held: Asker['roles']) => idsOf({}, asker({ personId, roles: held }));
    expect(await as(leader!, { role: 'unit-leader', unitId: school })).toHaveLength(4);
    expect(await as(worker!, { role: 'service-member' })).toEqual([`overdue:${id('late')}`]);
    expect(await as(id('chief'), { role: 'service-unit-leader', serviceIds: [health] })).toHaveLength(2);
    expect(await as(leader!, { role: 'director' })).toEqual([]);
    expect(await idsOf({}, asker({ tenant: '8888' }))).not.toContain(`overdue:${id('late')}`);
  });
});

test('an orphan stays on the list, with its offer, until the new owner has accepted', async () => {
  const stream = `action-${id('left')}`;
  const handover = { from: gone, to: worker, toServiceId: null, on: '2026-11-21' };
  expect(await orphans()).toMatchObject({
    total: 1,
    items: [{ actionId: id('left'), lastDay: '2026-10-31', offer: null }],
  });
  await contexts.happened(stream, HandoverOffered(HandoverOffered.schema.parse({ ...handover, reason: null })));
  await contexts.settled();
  expect(await orphans()).toMatchObject({ items: [{ offer: { to: { personId: worker }, on: '2026-11-21' } }] });
  expect((await orphans(asker({ personId: leader!, roles: [{ role: 'unit-leader', unitId: school }] }))).total).toBe(0);
  await contexts.happened(stream, HandoverAccepted(HandoverAccepted.schema.parse(handover)));
  await contexts.settled();
  expect((await orphans()).total).toBe(0);
  expect(await idsOf({ kind: 'orphan' })).toEqual([]);
});

test('a recorded follow-up moves the follow-up day', async () => {
  const onTheSecond = asker({ personId: coordinator, today: day('2026-12-02') });
  const missed = () => idsOf({ kind: 'follow-up-missed' }, onTheSecond);
  expect(await missed()).toContain(`follow-up-missed:${id('late')}`);
  await contexts.happened(
    `action-${id('late')}`,
    FollowUpRecorded({
      on: day('2026-11-30'),
      outcome: 'on-track',
      note: null,
      nextFollowUpOn: day('2026-12-10'),
      meetingId: null,
    }),
  );
  await contexts.settled();
  expect(await missed()).not.toContain(`follow-up-missed:${id('late')}`);
});

test('a request for more time is open until somebody decides about the action on its day or later', async () => {
  await agreed('slow', worker!, '2027-06-01');
  const stream = `action-${id('slow')}`;
  const askedOn = async () => {
    await contexts.settled();
    const { actions } = await new AlertFactsOfDay(contexts.readSide, contexts.directory).on(
      day('2026-11-22'),
      coordinatorAsks().tenant,
    );
    return actions.find(({ actionId }) => actionId === id('slow'))!.moreTimeAskedOn;
  };
  const answers = (on: string, answer: 'under-way' | 'more-time') =>
    contexts.happened(stream, OwnerAnswered(OwnerAnswered.schema.parse({ by: worker, on, answer, toldOn: on })));
  await answers('2026-11-10', 'under-way');
  expect(await askedOn()).toBeNull();
  await answers('2026-11-12', 'more-time');
  await answers('2026-11-13', 'under-way');
  expect(await askedOn()).toBe('2026-11-12');
  // By a protocol of a meeting before the request, which was filed late.
  const followedUp = { outcome: 'on-track', note: null, nextFollowUpOn: null, meetingId: id('meeting') };
  await contexts.happened(stream, FollowUpRecorded(FollowUpRecorded.schema.parse({ ...followedUp, on: '2026-11-11' })));
  expect(await askedOn()).toBe('2026-11-12');
  await answers('2026-11-16', 'more-time');
  expect(await askedOn()).toBe('2026-11-16');
  const carriedOn = { from: '2027-06-01', dueOn: '2027-08-20', followUpOn: '2027-08-20', meetingId: null };
  await contexts.happened(
    stream,
    ActionCarriedOn(ActionCarriedOn.schema.parse({ ...carriedOn, on: '2026-11-16', reason: 'Venter på utstyr' })),
  );
  expect(await askedOn()).toBeNull();
});
