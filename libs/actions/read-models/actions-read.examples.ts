import type { Asker } from '#platform/identity';
import { addDays, isRefused, stableId, type ActionId, type MeetingId } from '#platform/kernel';
import { meetingEvents, ProtocolFiled, type AgreedAction, type Protocol } from '#meetings/contract';
import { asker, commandContext, openContexts } from '../../../test/contexts-under-test.js';
import type { ActionCommand } from '../domain/action/action.commands.js';
import * as say from '../domain/action/action.examples.js';
import { actionsContext } from '../index.js';
import { ActionStreams } from '../streams/action.streams.js';
import { type ActionDto } from './action-list/action-list.dto.js';
import { ActionListQuery } from './action-list/action-list.filter.js';
import { ListActions, ListActionsHandler } from './action-list/action-list.query.js';
import { ShownActions } from './action-list/action-shown.js';

const { anna, berit, carl, today, unitId } = say;
/** A unit of which one action was agreed. */
export const otherUnit = '974777630';
export const paging = { page: 1, size: 50 };
/** The id of the action that is called so in these examples. */
export const idOf = (name: string) => stableId('action', name) as ActionId;
/** The id of the meeting that is called so in these examples. */
export const meetingOf = (name: string) => stableId('meeting', name) as MeetingId;
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

/** The fields of an action that the rules about days need. */
export const clock = (action: ActionDto) => ({ ...action, isOpen: action.endedOn === null });

/** The actions context with a log of three filed protocols, and the ways to ask what its read models show. */
export async function openActionsRead() {
  const contexts = await openContexts([actionsContext], [meetingEvents]);
  const actions = contexts.streams.find((streams) => streams instanceof ActionStreams)!;
  const file = (meeting: string, event: ReturnType<typeof filed>, tenant?: string) =>
    contexts.happened(`meeting-${meetingOf(meeting)}`, event, tenant);
  const list = (query: Record<string, unknown> = {}, who: Asker = asker()) =>
    new ListActionsHandler(contexts.readSide, new ShownActions(contexts.directory)).execute(
      new ListActions(ActionListQuery.parse({ size: 200, ...query }), who),
    );
  const idsOf = async (query: Record<string, unknown>, who?: Asker) =>
    (await list(query, who)).items.map(({ actionId }) => actionId);

  const run = (name: string, command: ActionCommand) =>
    actions.run(idOf(name), command, commandContext(stableId('command', name)));

  contexts.directory.persons = [anna, berit].map((personId, i) => ({
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
  await contexts.settled();
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
  if (answers.some(isRefused)) throw new Error(JSON.stringify(answers.filter(isRefused)));
  await contexts.settled();
  const all: readonly ActionDto[] = (await list()).items;
  const those = (which: (action: ActionDto) => boolean) => all.filter(which).map(({ actionId }) => actionId);
  return { contexts, actions, all, list, idsOf, those };
}

/** Result of `openActionsRead`. */
export type ActionsRead = Awaited<ReturnType<typeof openActionsRead>>;
