import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { rebuild } from '#platform/projections';
import { isRefused, stableId, type ActionId, type MeetingId } from '#platform/kernel';
import { meetingEvents, ProtocolFiled, type AgreedAction, type EarlierAction } from '#meetings/contract';
import { asker, commandContext, openContexts, type ContextsUnderTest } from '../../../../test/contexts-under-test.js';
import type { ActionCommand } from '../../domain/action/action.commands.js';
import * as say from '../../domain/action/action.examples.js';
import { SeeRefusedDecisionHandler } from '../../features/see-refused-decision.js';
import { SeeRefusedDecision } from '../../features/see-refused-decision.js';
import { actionsContext } from '../../index.js';
import { ActionStreams } from '../../streams/action.streams.js';
import { RefusedDecisionStreams } from '../../streams/refused-decision.streams.js';
import { CountedRefusals } from './counted-refusals.js';
import { RefusedDecisionPage } from './refused-decisions.dto.js';
import { ListRefusedDecisions, ListRefusedDecisionsHandler } from './refused-decisions.query.js';

// Protocols filed while their actions were decided about differently, as can happen when two people write at once.

jest.setTimeout(60_000);

const { anna, day, unitId } = say;
const idOf = (name: string) => stableId('action', name) as ActionId;
const meetingOf = (name: string) => stableId('meeting', name) as MeetingId;
const coordinator = asker({ personId: anna });

let contexts: ContextsUnderTest;
let actions: ActionStreams;
let refused: RefusedDecisionStreams;
beforeAll(async () => {
  contexts = await openContexts([actionsContext], [meetingEvents]);
  actions = contexts.streams.find((streams) => streams instanceof ActionStreams)!;
  refused = contexts.streams.find((streams) => streams instanceof RefusedDecisionStreams)!;
});
afterAll(() => contexts.close());

interface Said {
  readonly actions?: readonly AgreedAction[];
  readonly earlierActions?: readonly EarlierAction[];
}
const file = async (meeting: string, heldOn: string, decision: Said) => {
  await contexts.happened(
    `meeting-${meetingOf(meeting)}`,
    ProtocolFiled(
      ProtocolFiled.schema.parse({
        meetingId: meetingOf(meeting),
        unitIds: [unitId],
        filedOn: heldOn,
        filedBy: anna,
        protocol: {
          heldOn,
          startedAt: '12:30',
          endedAt: null,
          place: null,
          digital: false,
          chairId: null,
          minuteTakerId: null,
          participants: [],
          matters: [],
          nextMeetingOn: null,
          actions: [],
          earlierActions: [],
          ...decision,
        },
      }),
    ),
  );
  await contexts.settled();
};
const agreed = (name: string): AgreedAction => ({ ...say.content({ text: `Tiltak ${name}` }), actionId: idOf(name) });
const carriedOn = (name: string): EarlierAction => ({
  outcome: 'carried-on',
  actionId: idOf(name),
  dueOn: day('2027-02-01'),
  followUpOn: day('2027-02-05'),
  reason: 'venter på kurs',
});
const run = async (name: string, command: ActionCommand) => {
  const outcome = await actions.run(idOf(name), command, commandContext(stableId('run', name, command.type)));
  expect(isRefused(outcome)).toBe(false);
};
const listed = async (who = coordinator) => {
  await contexts.settled();
  const query = new ListRefusedDecisions({ page: 1, size: 50 }, who);
  return RefusedDecisionPage.parse(
    await new ListRefusedDecisionsHandler(contexts.readSide, contexts.directory).execute(query),
  );
};
const see = (refusalId: string, reason = 'Begge vet om det') =>
  new SeeRefusedDecisionHandler(refused).execute(
    new SeeRefusedDecision(refusalId, { reason }, coordinator, commandContext(stableId('see', refusalId))),
  );
/** A protocol that carries on an action which was completed meanwhile. */
const refusedToCarryOn = async (name: string) => {
  await file(`first ${name}`, '2026-11-10', { actions: [agreed(name)] });
  await run(name, say.complete({ on: day('2026-11-17') }));
  await file(`then ${name}`, '2026-11-18', { earlierActions: [carriedOn(name)] });
};

test('nothing is listed while every decision has been carried out', async () => {
  await file('plain', '2026-11-10', { actions: [agreed('plain')] });
  await file('plain later', '2026-11-18', { earlierActions: [carriedOn('plain')] });
  expect(await listed()).toMatchObject({ items: [], total: 0 });
});

test('a decision that came too late is listed with meeting, action and reason, until it is seen', async () => {
  await refusedToCarryOn('late');
  const { items } = await listed();
  expect(items).toEqual([
    {
      refusalId: expect.any(String),
      meetingId: meetingOf('then late'),
      heldOn: '2026-11-18',
      units: [{ unitId, name: null }],
      actionId: idOf('late'),
      text: 'Tiltak late',
      kind: 'carried-on',
      reasons: ['Tiltaket er avsluttet og kan ikke endres. Avtal et nytt tiltak i neste møte om det trengs.'],
    },
  ]);
  expect(await new CountedRefusals(contexts.readSide).count('9999')).toBe(1);
  expect((await listed(asker({ tenant: '8888' }))).total).toBe(0);

  const { refusalId } = items[0]!;
  expect(await see(stableId('none'))).toEqual({ refused: [{ rule: 'NOT_FOUND' }] });
  expect(isRefused(await see(refusalId))).toBe(false);
  expect((await listed()).total).toBe(0);
  expect(isRefused(await see(refusalId, 'En gang til'))).toBe(false);
});

test('a later decision about the action removes it; a note does not', async () => {
  await file('before', '2026-11-10', { actions: [agreed('changed')] });
  await run('changed', say.carryOn({ on: day('2026-11-20') }));
  await file('changed', '2026-11-18', { earlierActions: [carriedOn('changed')] });
  expect((await listed()).items).toMatchObject([{ actionId: idOf('changed'), kind: 'carried-on' }]);
  await run('changed', say.noteProgress());
  expect((await listed()).total).toBe(1);
  await run('changed', say.abandon());
  expect((await listed()).total).toBe(0);
});

test('of two meetings with actions of the same id, the second is listed: its action did not begin', async () => {
  await file('one', '2026-11-10', { actions: [agreed('twice')] });
  await file('other', '2026-11-11', { actions: [agreed('twice')] });
  const { items } = await listed();
  expect(items).toMatchObject([{ meetingId: meetingOf('other'), kind: 'agreed', text: null }]);
  expect(items[0]!.reasons[0]).toMatch(/^Tiltaket begynte ikke/);
  await see(items[0]!.refusalId);
});

test('a rebuild gives the same list', async () => {
  await refusedToCarryOn('rebuilt');
  const before = await listed();
  expect(before.total).toBe(1);
  await rebuild(contexts, actionsContext.readModels);
  expect(await listed()).toEqual(before);
});

test('the reason is in the reader’s language', async () => {
  const sentences = async (language: 'nn' | 'en') =>
    (await listed({ ...coordinator, language })).items.flatMap(({ reasons }) => reasons);
  expect(await sentences('nn')).toEqual([expect.stringMatching(/^Tiltaket er avslutta/)]);
  expect(await sentences('en')).toEqual([expect.stringMatching(/^The action has ended/)]);
});
