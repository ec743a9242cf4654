import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { isRefused, stableId, type ActionId } from '#platform/kernel';
import { meetingEvents } from '#meetings/contract';
import {
  commandContext,
  MUNICIPALITY,
  openContexts,
  type ContextsUnderTest,
} from '../../../../test/contexts-under-test.js';
import { agree, complete } from '../../domain/action/action.examples.js';
import { actionsContext } from '../../index.js';
import { ActionStreams } from '../../streams/action.streams.js';
import { ListedOpenActions } from './open-actions.js';

jest.setTimeout(60_000);

const idOf = (name: string) => stableId('used', name) as ActionId;
let contexts: ContextsUnderTest;
let open: ListedOpenActions;
beforeAll(async () => {
  contexts = await openContexts([actionsContext], [meetingEvents]);
  const actions = contexts.streams.find((streams) => streams instanceof ActionStreams)!;
  open = new ListedOpenActions(contexts.readSide, actions, contexts.directory);
  const begin = async (name: string, tenant?: string) => {
    const actionId = idOf(name);
    const outcome = await actions.run(actionId, { ...agree(), actionId }, commandContext(actionId, tenant));
    expect(isRefused(outcome)).toBe(false);
  };
  await begin('open');
  await begin('ended');
  await begin('elsewhere', '8888');
  await actions.run(idOf('ended'), complete(), commandContext(stableId('ends')));
});
afterAll(() => contexts.close());

test('the id of an action is taken: open or ended, before any list shows the action', async () => {
  const used = (...names: string[]) => open.used(MUNICIPALITY, names.map(idOf));
  expect(await used('open', 'ended', 'elsewhere', 'never', 'open')).toEqual(['open', 'ended'].map(idOf));
  expect(await used('never')).toEqual([]);
  expect(await used()).toEqual([]);
});
