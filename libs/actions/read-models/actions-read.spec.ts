import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Asker } from '#platform/identity';
import type { ActionId } from '#platform/kernel';
import { isDueWithin, isFollowUpMissed, isOverdue } from '../contract/index.js';
import { asker } from '../../../test/contexts-under-test.js';
import * as say from '../domain/action/action.examples.js';
import { ActionSubjects } from '../streams/action.subjects.js';
import { ActionCountsDto } from './action-counts/action-counts.dto.js';
import { CountActions, CountActionsHandler } from './action-counts/action-counts.query.js';
import { ActionDto, ActionPage } from './action-list/action-list.dto.js';
import { ShownActions } from './action-list/action-shown.js';
import { ReadAction, ReadActionHandler } from './action-list/one-action.query.js';
import { MeetingParticipants } from './action-meeting/meeting-participants.js';
import { clock, idOf, meetingOf, openActionsRead, otherUnit, type ActionsRead } from './actions-read.examples.js';

// Uses a real log and read models: slow when many tests share a machine.
jest.setTimeout(60_000);

const { anna, berit, carl, health, today, unitId } = say;

let opened: ActionsRead;
beforeAll(async () => {
  opened = await openActionsRead();
});
afterAll(() => opened.contexts.close());

describe('the action list', () => {
  test('lists actions of filed protocols of this municipality, earliest due date first', async () => {
    expect(opened.all).toHaveLength(30);
    expect(opened.all.map(({ dueOn }) => dueOn)).toEqual(opened.all.map(({ dueOn }) => dueOn).sort());
    expect(ActionPage.parse(await opened.list())).toMatchObject({ total: 30, page: 1, size: 200 });
    expect(opened.all.find(({ actionId }) => actionId === idOf('offered'))).toMatchObject({
      owner: { personId: anna, name: 'Anna' },
      offer: { to: { personId: berit, name: 'Berit' }, on: today },
      resources: { nok: null, hours: 12 },
      overdue: false,
      revision: '1',
    });
  });

  test('shows the owner’s reason for declining until the action is accepted', () => {
    const declined = (name: string) => opened.all.find(({ actionId }) => actionId === idOf(name))!.declined;
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
    [
      'whose text contains characters that are special in LIKE',
      { text: '100 %' },
      (a: ActionDto) => a.level === 'system',
    ],
    [
      'that match several filters',
      { overdue: 'true', unit: unitId, level: 'group', owner: anna },
      (a: ActionDto) => a.overdue,
    ],
  ])('lists actions %s in agreement with the domain’s rules', async (_, query, which) => {
    const expected = opened.those(which);
    expect(expected.length).toBeGreaterThan(0);
    expect(await opened.idsOf(query)).toEqual(expected);
  });

  test('derives each action’s state from the current day', () => {
    for (const action of opened.all) {
      expect(action.overdue).toBe(isOverdue(clock(action), today));
      expect(action.followUpMissed).toBe(isFollowUpMissed(clock(action), today));
    }
  });

  test('is divided into pages that contain each action once', async () => {
    const pages = [1, 2, 3].map((page) => opened.list({ page, size: 11 }));
    const items = (await Promise.all(pages)).flatMap((page) => page.items);
    expect(items.map(({ actionId }) => actionId)).toEqual(opened.all.map(({ actionId }) => actionId));
  });
});

describe('the actions that a person may read', () => {
  const seenBy = async (personId: string, ...roles: Asker['roles']) =>
    (await opened.idsOf({}, asker({ personId, roles }))).length;
  const stranger = say.actionId;

  test('are all for the coordinator, those of the unit for its leader, those of the services for their leader', async () => {
    expect(await seenBy(stranger, { role: 'coordinator' })).toBe(30);
    expect(await seenBy(stranger, { role: 'unit-leader', unitId })).toBe(29);
    expect(await seenBy(stranger, { role: 'unit-leader', unitId: '974552876X' })).toBe(0);
    expect(await seenBy(stranger, { role: 'service-unit-leader', serviceIds: [health] })).toBe(29);
  });
  test('are, for a member of a service, those of meetings with the member as participant, and their own', async () => {
    expect(await seenBy(carl, { role: 'service-member' })).toBe(29);
    expect(await seenBy(stranger, { role: 'service-member' })).toBe(0);
  });
  test('include one that is offered to the person; a director has none', async () => {
    expect(await opened.idsOf({}, asker({ personId: berit, roles: [{ role: 'teacher' }] }))).toEqual(
      expect.arrayContaining([idOf('offered'), idOf('elsewhere')]),
    );
    expect(await seenBy(berit, { role: 'teacher' })).toBe(2);
    expect(await seenBy(berit, { role: 'director' })).toBe(0);
  });
  test('are never of another municipality', async () => {
    const one = (actionId: ActionId, who: Asker) =>
      new ReadActionHandler(opened.contexts.readSide, new ShownActions(opened.contexts.directory)).execute(
        new ReadAction(actionId, who),
      );
    expect(await one(idOf('foreign'), asker())).toEqual({ refused: [{ rule: 'NOT_FOUND' }] });
    expect(ActionDto.parse(await one(idOf('foreign'), asker({ tenant: '8888' })))).toMatchObject({
      dueOn: '2026-12-07',
    });
  });
  test('the guard is given the owner and contributors of an action, not the person to whom it is offered', async () => {
    const subjects = new ActionSubjects(opened.actions, new MeetingParticipants(opened.contexts.readSide));
    expect(await subjects.find('9999', idOf('offered'))).toEqual({
      unitIds: [unitId],
      serviceIds: [say.ppt, health],
      ownerId: anna,
      personIds: [anna],
      participants: expect.any(Function),
    });
    expect(await subjects.find('8888', idOf('offered'))).toBeUndefined();
    const asks = (personId: string) =>
      subjects.mayAnswerOffer(asker({ personId, roles: [{ role: 'teacher' }] }), idOf('offered'));
    expect(await Promise.all([berit, anna, carl].map(asks))).toEqual([true, true, false]);
  });
});

describe('the counts beside a list', () => {
  const count = async (query: Record<string, string> = {}, who: Asker = asker()) =>
    ActionCountsDto.parse(
      await new CountActionsHandler(opened.contexts.readSide).execute(new CountActions(query, who)),
    );
  test('equal the number of actions that each filter shows', async () => {
    const total = async (query: Record<string, unknown>) => (await opened.list(query)).total;
    const counts = await count({ owner: anna });
    expect(counts).toEqual({
      open: await total({ owner: anna, status: 'open' }),
      overdue: await total({ owner: anna, overdue: 'true' }),
      // 22 November 2026 is a Sunday
      thisWeek: await total({ owner: anna, dueWithin: '0' }),
      later: counts.open - counts.overdue - counts.thisWeek,
      unanswered: await total({ owner: anna, status: 'agreed' }),
      declined: await total({ owner: anna, declined: 'true' }),
      followUpMissed: await total({ owner: anna, followUpMissed: 'true' }),
      toJudge: 1,
      offeredToMe: 0,
    });
    expect(counts.later).toBeGreaterThan(0);
  });
  test('include only actions that the reader may read', async () => {
    expect(await count({}, asker({ personId: berit, roles: [{ role: 'teacher' }] }))).toMatchObject({
      open: 2,
      offeredToMe: 1,
    });
    expect(await count({}, asker({ roles: [{ role: 'director' }] }))).toMatchObject({ open: 0, toJudge: 0 });
  });
});

describe('the steps open to a person', () => {
  const may = async (name: string, who: Partial<Asker>) =>
    (await opened.list({}, asker(who))).items.find(({ actionId }) => actionId === idOf(name))?.may;
  test('are all steps for the owner of an open action', async () => {
    const owner = { personId: anna, roles: [{ role: 'service-member' as const }] };
    expect(await may('offered', owner)).toEqual(['accept', 'report', 'manage', 'hand-over']);
    expect(await may('-20/-1', owner)).toEqual(['judge']);
    expect(await may('-1/-1', owner)).toEqual([]);
  });
  test('are accepting or declining for the person to whom it is offered', async () =>
    expect(await may('offered', { personId: berit, roles: [{ role: 'teacher' }] })).toEqual(['answer-offer']));
  test('include reporting, managing and handing over for the unit’s leader, handing over for the coordinator, none for a participant of the meeting', async () => {
    expect(await may('offered', { roles: [{ role: 'unit-leader', unitId }] })).toEqual([
      'report',
      'manage',
      'hand-over',
    ]);
    expect(await may('offered', { roles: [{ role: 'coordinator' }] })).toEqual(['hand-over']);
    expect(await may('offered', { personId: carl, roles: [{ role: 'service-member' }] })).toEqual([]);
  });
});

test('ended actions are listed latest first, and actions offered to the reader in a list of their own', async () => {
  const ended = (await opened.list({ status: 'ended' })).items.map(({ endedOn }) => endedOn);
  expect(ended).toEqual(ended.toSorted().reverse());
  expect(await opened.idsOf({ offeredTo: 'me' }, asker({ personId: berit, roles: [{ role: 'teacher' }] }))).toEqual([
    idOf('offered'),
  ]);
});
