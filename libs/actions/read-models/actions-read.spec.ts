import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Asker } from '#platform/identity';
import { addDays, isRefused, stableId, type ActionId, type MeetingId } from '#platform/kernel';
import { meetingEvents, ProtocolFiled, type AgreedAction, type Protocol } from '#meetings/contract';
import { isDueWithin, isFollowUpMissed, isOverdue } from '../contract/index.js';
import { asker, commandContext, openContexts, type ContextsUnderTest } from '../../../test/contexts-under-test.js';
import type { ActionCommand } from '../domain/action/action.commands.js';
import * as say from '../domain/action/action.examples.js';
import { actionsContext } from '../index.js';
import { ActionStreams } from '../streams/action.streams.js';
import { ActionSubjects } from '../streams/action.subjects.js';
import { ActionCountsDto } from './action-counts/action-counts.dto.js';
import { CountActions, CountActionsHandler } from './action-counts/action-counts.query.js';
import { ActionDto, ActionPage } from './action-list/action-list.dto.js';
import { ActionListQuery } from './action-list/action-list.filter.js';
import { ListActions, ListActionsHandler } from './action-list/action-list.query.js';
import { ShownActions } from './action-list/action-shown.js';
import { ReadAction, ReadActionHandler } from './action-list/one-action.query.js';
import { MeetingParticipants } from './action-meeting/meeting-participants.js';
import { Timeline } from './action-timeline/action-timeline.dto.js';
import { ReadTimeline, ReadTimelineHandler } from './action-timeline/action-timeline.query.js';
import { MyActionsDto } from './my-actions/my-actions.dto.js';
import { ListMyActions, ListMyActionsHandler } from './my-actions/my-actions.query.js';
import { ListedOpenActions } from './open-actions/open-actions.js';

// Uses a real log and read models: slow when many tests share a machine.
jest.setTimeout(60_000);

const { anna, berit, carl, health, today, unitId } = say;
const otherUnit = '974777630';
const paging = { page: 1, size: 50 };
const idOf = (name: string) => stableId('action', name) as ActionId;
const meetingOf = (name: string) => stableId('meeting', name) as MeetingId;
const agreed = (name: string, changes: Partial<AgreedAction> = {}): AgreedAction => ({
  ...say.content(changes),
  actionId: idOf(name),
});
const filed = (meeting: string, actions: AgreedAction[], units: string[], participants: string[] = []) =>
  ProtocolFiled(
    ProtocolFiled.schema.parse({
      meetingId: meetingOf(meeting),
      unitIds: units,
      filedOn: '2026-11-12',
      filedBy: anna,
      protocol: {
        heldOn: '2026-11-10',
        startedAt: '12:30',
        endedAt: null,
        place: null,
        digital: false,
        chairId: null,
        minuteTakerId: null,
        participants: participants.map((personId) => ({
          personId,
          role: null,
          unitId: null,
          serviceId: null,
          attendance: 'present',
          deputyId: null,
        })),
        earlierActions: [],
        matters: [],
        actions,
        nextMeetingOn: null,
      } satisfies Record<keyof Protocol, unknown>,
    }),
  );

let shop: ContextsUnderTest;
let actions: ActionStreams;
let all: readonly ActionDto[];
const file = (meeting: string, event: ReturnType<typeof filed>, municipality?: string) =>
  shop.happened(`meeting-${meetingOf(meeting)}`, event, municipality);
const list = (query: Record<string, unknown> = {}, who: Asker = asker()) =>
  new ListActionsHandler(shop.readSide, new ShownActions(shop.directory)).execute(
    new ListActions(ActionListQuery.parse({ size: 200, ...query }), who),
  );
const idsOf = async (query: Record<string, unknown>, who?: Asker) =>
  (await list(query, who)).items.map(({ actionId }) => actionId);
const those = (which: (action: ActionDto) => boolean) => all.filter(which).map(({ actionId }) => actionId);
const clock = (action: ActionDto) => ({ ...action, isOpen: action.endedOn === null });

const openActions = () => new ListedOpenActions(shop.readSide, actions, shop.directory);
const run = (name: string, command: ActionCommand) =>
  actions.run(idOf(name), command, commandContext(stableId('command', name)));

beforeAll(async () => {
  shop = await openContexts([actionsContext], [meetingEvents]);
  actions = shop.streams.find((streams) => streams instanceof ActionStreams)!;
  shop.directory.persons = [anna, berit].map((personId, i) => ({
    personId,
    name: ['Anna', 'Berit'][i]!,
    email: null,
    phone: null,
    title: null,
    roles: [],
  }));
  const around = [-20, -1, 0, 1, 6, 7, 30].flatMap((due) =>
    [-20, -1, 0, 1].map((look) =>
      agreed(`${due}/${look}`, { dueOn: addDays(today, due), followUpOn: addDays(today, look) }),
    ),
  );
  const offered = agreed('offered', { text: '100 % nærvær i leseøkta', level: 'system' });
  await file('first', filed('first', [...around, offered], [unitId], [carl]));
  const elsewhere = agreed('elsewhere', { ownerId: berit, ownerServiceId: null, contributors: [] });
  await file('second', filed('second', [elsewhere], [otherUnit]));
  await file('foreign', filed('foreign', [agreed('foreign')], [unitId], [carl]), '8888');
  await shop.settled();
  const answers = [
    await run('offered', say.offer()),
    await run('-20/-20', say.followUp({ nextFollowUpOn: today })),
    await run('-20/-1', say.complete()),
    await run('-1/-1', say.abandon()),
    await run('0/-20', say.carryOn()),
    await run('6/0', say.sayNo()),
    await run('7/0', say.sayNo()),
    await actions.run(idOf('7/0'), say.accept(), commandContext(stableId('command', '7/0 accepted'))),
  ];
  expect(answers.filter(isRefused)).toEqual([]);
  await shop.settled();
  all = (await list()).items;
});
afterAll(() => shop.close());

describe('the action list', () => {
  test('begins with what filed protocols agreed, of this municipality, earliest due first', async () => {
    expect(all).toHaveLength(30);
    expect(all.map(({ dueOn }) => dueOn)).toEqual(all.map(({ dueOn }) => dueOn).sort());
    expect(ActionPage.parse(await list())).toMatchObject({ total: 30, page: 1, size: 200 });
    expect(all.find(({ actionId }) => actionId === idOf('offered'))).toMatchObject({
      owner: { personId: anna, name: 'Anna' },
      offer: { to: { personId: berit, name: 'Berit' }, on: today },
      resources: { nok: null, hours: 12 },
      overdue: false,
      revision: '1',
    });
  });

  test('says why the responsible person said no, until somebody has accepted it', () => {
    const declined = (name: string) => all.find(({ actionId }) => actionId === idOf(name))!.declined;
    expect(declined('6/0')).toEqual({ on: today, reason: 'Har ikke tid før jul' });
    expect(declined('7/0')).toBeNull();
  });

  test.each([
    ['overdue', { overdue: 'true' }, (a: ActionDto) => isOverdue(clock(a), today)],
    ['declined', { declined: 'true' }, (a: ActionDto) => a.actionId === idOf('6/0')],
    ['not overdue', { overdue: 'false' }, (a: ActionDto) => !isOverdue(clock(a), today)],
    ['follow-up missed', { followUpMissed: 'true' }, (a: ActionDto) => isFollowUpMissed(clock(a), today)],
    ['follow-up not missed', { followUpMissed: 'false' }, (a: ActionDto) => !isFollowUpMissed(clock(a), today)],
    ['due within a week', { dueWithin: '7' }, (a: ActionDto) => isDueWithin(clock(a), 7, today)],
    ['due today', { dueWithin: '0' }, (a: ActionDto) => isDueWithin(clock(a), 0, today)],
    ['open', { status: 'open' }, (a: ActionDto) => a.endedOn === null],
    ['ended', { status: 'ended' }, (a: ActionDto) => a.endedOn !== null],
    ['completed', { status: 'completed' }, (a: ActionDto) => a.status === 'completed'],
    ['of a unit', { unit: otherUnit }, (a: ActionDto) => a.units[0]?.unitId === otherUnit],
    ['of an owner', { owner: berit }, (a: ActionDto) => a.owner.personId === berit],
    ['that a service contributes to', { service: health }, (a: ActionDto) => a.owner.personId === anna],
    ['of a meeting', { meeting: meetingOf('second') }, (a: ActionDto) => a.owner.personId === berit],
    ['of a level', { level: 'system' }, (a: ActionDto) => a.level === 'system'],
    ['that begin with what LIKE would take for a pattern', { text: '100 %' }, (a: ActionDto) => a.level === 'system'],
    [
      'several things at once',
      { overdue: 'true', unit: unitId, level: 'group', owner: anna },
      (a: ActionDto) => a.overdue,
    ],
  ])('shows actions %s as the pure rules say', async (_, query, which) => {
    const expected = those(which);
    expect(expected.length).toBeGreaterThan(0);
    expect(await idsOf(query)).toEqual(expected);
  });

  test('shows each action as the clock has it', () => {
    for (const action of all) {
      expect(action.overdue).toBe(isOverdue(clock(action), today));
      expect(action.followUpMissed).toBe(isFollowUpMissed(clock(action), today));
    }
  });

  test('is paged without a gap or a repeat', async () => {
    const pages = [1, 2, 3].map((page) => list({ page, size: 11 }));
    const items = (await Promise.all(pages)).flatMap((page) => page.items);
    expect(items.map(({ actionId }) => actionId)).toEqual(all.map(({ actionId }) => actionId));
  });
});

describe('who may read', () => {
  const seenBy = async (personId: string, ...roles: Asker['roles']) =>
    (await idsOf({}, asker({ personId, roles }))).length;
  const stranger = say.actionId;

  test('the coordinator all, a unit’s leader the unit’s, a service’s leader the services’', async () => {
    expect(await seenBy(stranger, { role: 'coordinator' })).toBe(30);
    expect(await seenBy(stranger, { role: 'unit-leader', unitId })).toBe(29);
    expect(await seenBy(stranger, { role: 'unit-leader', unitId: '974552876X' })).toBe(0);
    expect(await seenBy(stranger, { role: 'service-unit-leader', serviceIds: [health] })).toBe(29);
  });
  test('a service’s member what was agreed in meetings they took part in, and their own', async () => {
    expect(await seenBy(carl, { role: 'service-member' })).toBe(29);
    expect(await seenBy(stranger, { role: 'service-member' })).toBe(0);
  });
  test('one it is offered to reads it; a director nothing', async () => {
    expect(await idsOf({}, asker({ personId: berit, roles: [{ role: 'teacher' }] }))).toEqual(
      expect.arrayContaining([idOf('offered'), idOf('elsewhere')]),
    );
    expect(await seenBy(berit, { role: 'teacher' })).toBe(2);
    expect(await seenBy(berit, { role: 'director' })).toBe(0);
  });
  test('nobody what is another municipality’s', async () => {
    const one = (actionId: ActionId, who: Asker) =>
      new ReadActionHandler(shop.readSide, new ShownActions(shop.directory)).execute(new ReadAction(actionId, who));
    expect(await one(idOf('foreign'), asker())).toEqual({ refused: [{ rule: 'NOT_FOUND' }] });
    expect(ActionDto.parse(await one(idOf('foreign'), asker({ municipality: '8888' })))).toMatchObject({
      dueOn: '2026-12-07',
    });
  });
  test('the guard is told whose an action is; who it is only offered to is not among them', async () => {
    const subjects = new ActionSubjects(actions, new MeetingParticipants(shop.readSide));
    expect(await subjects.find('9999', idOf('offered'))).toEqual({
      unitIds: [unitId],
      serviceIds: [say.ppt, health],
      ownerId: anna,
      personIds: [anna],
      participantIds: [carl],
    });
    expect(await subjects.find('8888', idOf('offered'))).toBeUndefined();
    const asks = (personId: string) =>
      subjects.mayAnswerOffer(asker({ personId, roles: [{ role: 'teacher' }] }), idOf('offered'));
    expect(await Promise.all([berit, anna, carl].map(asks))).toEqual([true, true, false]);
  });
});

test('my actions are grouped by when they are due, with what is offered to me', async () => {
  const mine = async (personId: string) => {
    const handler = new ListMyActionsHandler(shop.readSide, new ShownActions(shop.directory));
    return MyActionsDto.parse(await handler.execute(new ListMyActions(paging, asker({ personId }))));
  };
  const { overdue, thisWeek, later, handovers, toJudge } = await mine(anna);
  const own = (which: (action: ActionDto) => boolean) =>
    those((action) => action.owner.personId === anna && action.endedOn === null && which(action));
  const ids = (page: { items: readonly ActionDto[] }) => page.items.map(({ actionId }) => actionId);
  expect(ids(overdue)).toEqual(own((action) => action.overdue));
  // 22 November 2026 is a Sunday: the week ends today.
  expect(ids(thisWeek)).toEqual(own(({ dueOn }) => dueOn === today));
  expect(ids(later)).toEqual(own(({ dueOn }) => dueOn > today));
  expect(ids(toJudge)).toEqual([idOf('-20/-1')]);
  expect(handovers.total).toBe(0);
  expect(ids((await mine(berit)).handovers)).toEqual([idOf('offered')]);
});

describe('the counts beside a list', () => {
  const count = async (query: Record<string, string> = {}, who: Asker = asker()) =>
    ActionCountsDto.parse(await new CountActionsHandler(shop.readSide).execute(new CountActions(query, who)));
  test('are how many each filter would show', async () => {
    const total = async (query: Record<string, unknown>) => (await list(query)).total;
    const counts = await count({ owner: anna });
    expect(counts).toEqual({
      open: await total({ owner: anna, status: 'open' }),
      overdue: await total({ owner: anna, overdue: 'true' }),
      // 22 November 2026 is a Sunday
      thisWeek: await total({ owner: anna, dueWithin: '0' }),
      later: counts.open - counts.overdue - counts.thisWeek,
      unanswered: await total({ owner: anna, status: 'agreed' }),
      followUpMissed: await total({ owner: anna, followUpMissed: 'true' }),
      toJudge: 1,
      offeredToMe: 0,
    });
    expect(counts.later).toBeGreaterThan(0);
  });
  test('reach no further than the list does', async () => {
    expect(await count({}, asker({ personId: berit, roles: [{ role: 'teacher' }] }))).toMatchObject({
      open: 2,
      offeredToMe: 1,
    });
    expect(await count({}, asker({ roles: [{ role: 'director' }] }))).toMatchObject({ open: 0, toJudge: 0 });
  });
});

describe('what one may do with an action now', () => {
  const may = async (name: string, who: Partial<Asker>) =>
    (await list({}, asker(who))).items.find(({ actionId }) => actionId === idOf(name))?.may;
  test('the owner everything, while it is open', async () => {
    const owner = { personId: anna, roles: [{ role: 'service-member' as const }] };
    expect(await may('offered', owner)).toEqual(['accept', 'report', 'manage', 'hand-over']);
    expect(await may('-20/-1', owner)).toEqual(['judge']);
    expect(await may('-1/-1', owner)).toEqual([]);
  });
  test('one it is offered to answers, and nothing else', async () =>
    expect(await may('offered', { personId: berit, roles: [{ role: 'teacher' }] })).toEqual(['answer-offer']));
  test('the unit’s leader follows up, the coordinator hands over, who sat in the meeting reads', async () => {
    expect(await may('offered', { roles: [{ role: 'unit-leader', unitId }] })).toEqual([
      'report',
      'manage',
      'hand-over',
    ]);
    expect(await may('offered', { roles: [{ role: 'coordinator' }] })).toEqual(['hand-over']);
    expect(await may('offered', { personId: carl, roles: [{ role: 'service-member' }] })).toEqual([]);
  });
});

test('what has ended comes latest first, what is offered to me by itself', async () => {
  const ended = (await list({ status: 'ended' })).items.map(({ endedOn }) => endedOn);
  expect(ended).toEqual(ended.toSorted().reverse());
  expect(await idsOf({ offeredTo: 'me' }, asker({ personId: berit, roles: [{ role: 'teacher' }] }))).toEqual([
    idOf('offered'),
  ]);
});

test('meetings are told which actions of their units are open, earliest due first', async () => {
  const open = await openActions().ofUnits('9999', [unitId]);
  expect(open.map(({ actionId }) => actionId)).toEqual(
    those((action) => action.endedOn === null && action.units[0]?.unitId === unitId),
  );
});

test('a meeting of an earlier day is told what stood open then, as it stood then', async () => {
  const openOn = (on: string) => openActions().openOn('9999', [unitId], say.day(on));
  const names = (found: Awaited<ReturnType<typeof openOn>>) => found.map(({ actionId }) => actionId).toSorted();
  // Agreed on 10 November; ended or decided again on 22 November.
  expect(await openOn('2026-11-09')).toEqual([]);
  const agreedThere = those((action) => action.units[0]?.unitId === unitId).toSorted();
  expect(names(await openOn('2026-11-10'))).toEqual(agreedThere);
  const then = await openOn('2026-11-15');
  expect(names(then)).toEqual(agreedThere);
  const thenOf = (name: string) => then.find(({ actionId }) => actionId === idOf(name));
  expect(thenOf('0/-20')).toMatchObject({
    dueOn: today,
    followUpOn: addDays(today, -20),
    isDecidedSince: true,
    completedOn: null,
  });
  expect(thenOf('-20/-1')).toMatchObject({ isDecidedSince: true, completedOn: today });
  expect(thenOf('-1/-1')).toMatchObject({ isDecidedSince: true, completedOn: null });
  expect(thenOf('30/1')).toMatchObject({ isDecidedSince: false, completedOn: null, ownerId: anna, ownerNowId: anna });
  const open = those((action) => action.endedOn === null && action.units[0]?.unitId === unitId);
  expect(names(await openOn('2026-11-23'))).toEqual(open.toSorted());
  expect((await openOn('2026-11-23')).find(({ actionId }) => actionId === idOf('0/-20'))).toMatchObject({
    dueOn: '2027-01-15',
    isDecidedSince: false,
  });
});

describe('the timeline', () => {
  const read = (name: string, who: Asker) =>
    new ReadTimelineHandler(shop.readSide, shop.directory, shop.catalog, shop.events).execute(
      new ReadTimeline(idOf(name), paging, who),
    );
  test('says who did what when, in sentences', async () => {
    expect(Timeline.parse(await read('offered', asker()))).toMatchObject({
      total: 2,
      items: [
        {
          event: 'ActionAgreed',
          on: '2026-11-10',
          by: null,
          meetingId: meetingOf('first'),
          text: 'Avtalt: 100 % nærvær i leseøkta. Ansvarlig: Anna. Frist 7. desember 2026, oppfølging 9. desember 2026.',
        },
        { event: 'HandoverOffered', on: today, text: 'Tilbudt Berit. Anna har ansvaret til Berit har sagt ja.' },
      ],
    });
  });
  test('speaks the reader’s language', async () => {
    expect(await read('0/-20', asker({ language: 'nn' }))).toMatchObject({
      items: [
        {},
        { text: 'Ført vidare frå 22. november 2026 til ny frist 15. januar 2027, oppfølging 20. januar 2027.' },
      ],
    });
    expect(await read('-1/-1', asker({ language: 'en' }))).toMatchObject({
      items: [{}, { text: 'Abandoned: no longer relevant.' }],
    });
  });
  test('is not there for one who may not read the action', async () =>
    expect(await read('offered', asker({ roles: [{ role: 'director' }] }))).toEqual({
      refused: [{ rule: 'NOT_FOUND' }],
    }));
});
