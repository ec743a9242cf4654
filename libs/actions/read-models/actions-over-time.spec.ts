import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Asker } from '#platform/identity';
import { addDays } from '#platform/kernel';
import { asker } from '../../../test/contexts-under-test.js';
import * as say from '../domain/action/action.examples.js';
import { type ActionDto } from './action-list/action-list.dto.js';
import { ShownActions } from './action-list/action-shown.js';
import { Timeline } from './action-timeline/action-timeline.dto.js';
import { ReadTimeline, ReadTimelineHandler } from './action-timeline/action-timeline.query.js';
import { MyActionsDto } from './my-actions/my-actions.dto.js';
import { ListMyActions, ListMyActionsHandler } from './my-actions/my-actions.query.js';
import { ListedOpenActions } from './open-actions/open-actions.js';
import { idOf, meetingOf, openActionsRead, paging, type ActionsRead } from './actions-read.examples.js';

// Uses a real log and read models: slow when many tests share a machine.
jest.setTimeout(60_000);

const { anna, berit, today, unitId } = say;

let opened: ActionsRead;
beforeAll(async () => {
  opened = await openActionsRead();
});
afterAll(() => opened.contexts.close());

const openActions = () => new ListedOpenActions(opened.contexts.readSide, opened.actions, opened.contexts.directory);

test('my actions are grouped by when they are due, with what is offered to me', async () => {
  const mine = async (personId: string) => {
    const handler = new ListMyActionsHandler(opened.contexts.readSide, new ShownActions(opened.contexts.directory));
    return MyActionsDto.parse(await handler.execute(new ListMyActions(paging, asker({ personId }))));
  };
  const { overdue, thisWeek, later, handovers, toJudge } = await mine(anna);
  const own = (which: (action: ActionDto) => boolean) =>
    opened.those((action) => action.owner.personId === anna && action.endedOn === null && which(action));
  const ids = (page: { items: readonly ActionDto[] }) => page.items.map(({ actionId }) => actionId);
  expect(ids(overdue)).toEqual(own((action) => action.overdue));
  // 22 November 2026 is a Sunday: the week ends today.
  expect(ids(thisWeek)).toEqual(own(({ dueOn }) => dueOn === today));
  expect(ids(later)).toEqual(own(({ dueOn }) => dueOn > today));
  expect(ids(toJudge)).toEqual([idOf('-20/-1')]);
  expect(handovers.total).toBe(0);
  expect(ids((await mine(berit)).handovers)).toEqual([idOf('offered')]);
});

test('the open actions of a meeting’s units are listed, earliest due date first', async () => {
  const open = await openActions().ofUnits('9999', [unitId]);
  expect(open.map(({ actionId }) => actionId)).toEqual(
    opened.those((action) => action.endedOn === null && action.units[0]?.unitId === unitId),
  );
});

test('for a meeting on an earlier day, the actions open on that day are listed in their state of that day', async () => {
  const openOn = (on: string) => openActions().openOn('9999', [unitId], say.day(on));
  const names = (found: Awaited<ReturnType<typeof openOn>>) => found.map(({ actionId }) => actionId).toSorted();
  // Agreed on 10 November; ended or decided again on 22 November.
  expect(await openOn('2026-11-09')).toEqual([]);
  const agreedThere = opened.those((action) => action.units[0]?.unitId === unitId).toSorted();
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
  const open = opened.those((action) => action.endedOn === null && action.units[0]?.unitId === unitId);
  expect(names(await openOn('2026-11-23'))).toEqual(open.toSorted());
  expect((await openOn('2026-11-23')).find(({ actionId }) => actionId === idOf('0/-20'))).toMatchObject({
    dueOn: '2027-01-15',
    isDecidedSince: false,
  });
});

describe('the timeline', () => {
  const read = (name: string, who: Asker) =>
    new ReadTimelineHandler(
      opened.contexts.readSide,
      opened.contexts.directory,
      opened.contexts.catalog,
      opened.contexts.events,
    ).execute(new ReadTimeline(idOf(name), paging, who));
  test('has a sentence for each event, with person and day', async () => {
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
  test('is in the reader’s language', async () => {
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
  test('is answered as not found to a reader without the right to read the action', async () =>
    expect(await read('offered', asker({ roles: [{ role: 'director' }] }))).toEqual({
      refused: [{ rule: 'NOT_FOUND' }],
    }));
});
