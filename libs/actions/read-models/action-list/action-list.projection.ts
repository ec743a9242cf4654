import type { DomainEvent, Recorded } from '#platform/kernel';
import { change, readModel, streamId } from '#platform/projections';
import type { ActionContent } from '#meetings/contract';
import type { ActionEvent } from '../../contract/index.js';
import { ActionRow, type ActionStatus } from './action-list.entity.js';

/** Every action with its dates, people and state (R3, R4, R12). Overdue is not here: it is derived from the clock when asked. */
export const actionList = readModel<ActionRow, ActionEvent>({
  name: 'action-list',
  version: 2,
  entity: ActionRow,
  on: {
    'actions.ActionAgreed': {
      rows: (event) => [streamId(event)],
      fold: (_, { data, metadata, revision }) => ({
        actionId: data.actionId,
        municipality: metadata.municipality,
        meetingId: data.meetingId,
        unitIds: data.unitIds,
        status: 'agreed',
        ...said(data),
        agreedOn: data.agreedOn,
        firstDueOn: data.dueOn,
        followedUpOn: null,
        followUpOutcome: null,
        timesCarriedOn: 0,
        endedOn: null,
        abandonReason: null,
        effect: null,
        effectJudgedOn: null,
        ...noOffer,
        ...notDeclined,
        revision: Number(revision),
      }),
    },
    'actions.ActionAccepted': on((row) => ({ ...notDeclined, status: acceptedFrom(row.status) })),
    'actions.ActionDeclined': on((_, { on: declinedOn, reason }) => ({ declinedOn, declineReason: reason })),
    'actions.ActionStarted': on(() => ({ ...notDeclined, status: 'started' })),
    'actions.ProgressNoted': on(() => ({})),
    'actions.FollowUpRecorded': on((row, { on: followedUpOn, outcome, nextFollowUpOn }) => ({
      followedUpOn,
      followUpOutcome: outcome,
      followUpOn: nextFollowUpOn ?? row.followUpOn,
    })),
    'actions.ActionCompleted': on((_, { completedOn }) => ({ ...noOffer, status: 'completed', endedOn: completedOn })),
    'actions.EffectJudged': on((_, { effect, on: effectJudgedOn }) => ({ status: 'closed', effect, effectJudgedOn })),
    'actions.ActionCarriedOn': on((row, { dueOn, followUpOn }) => ({
      dueOn,
      followUpOn,
      timesCarriedOn: row.timesCarriedOn + 1,
    })),
    'actions.ActionChanged': on((_, { content }) => said(content)),
    'actions.ActionCorrected': on((row, { content }) => ({
      ...said(content),
      // The protocol never said the mistaken date: where nothing has moved it since, it is not the first one either.
      ...(row.dueOn === row.firstDueOn && { firstDueOn: content.dueOn }),
      ...(row.ownerId !== content.ownerId &&
        isOpen(row) && { ...noOffer, ...notDeclined, status: restartedFrom(row.status) }),
    })),
    'actions.HandoverOffered': on((_, { to, on: offeredOn }) => ({ offeredTo: to, offeredOn })),
    'actions.HandoverAccepted': on((row, { to, toServiceId }) => ({
      ...noOffer,
      ...notDeclined,
      ownerId: to,
      ownerServiceId: toServiceId,
      status: acceptedFrom(row.status),
    })),
    'actions.HandoverDeclined': on(() => noOffer),
    'actions.ActionAbandoned': on((_, { on: endedOn, reason }) => ({
      ...noOffer,
      status: 'abandoned',
      endedOn,
      abandonReason: reason,
    })),
  },
});

const notDeclined = { declinedOn: null, declineReason: null };
const noOffer = { offeredTo: null, offeredOn: null };
const isOpen = (row: ActionRow): boolean => row.endedOn === null;
const acceptedFrom = (status: ActionStatus): ActionStatus => (status === 'agreed' ? 'accepted' : status);
const restartedFrom = (status: ActionStatus): ActionStatus => (status === 'started' ? 'started' : 'agreed');

/** Changes the action's own row and keeps its revision. */
function on<E extends DomainEvent>(changed: (row: ActionRow, data: E['data']) => Partial<ActionRow>) {
  return change<E, ActionRow>(streamId, (row, event: Recorded<E>) => ({
    ...row,
    ...changed(row, event.data),
    revision: Number(event.revision),
  }));
}

const said = ({ contributors, resources, ...content }: ActionContent) => ({
  text: content.text,
  ownerId: content.ownerId,
  ownerServiceId: content.ownerServiceId,
  contributorIds: contributors.flatMap(({ personId }) => personId ?? []),
  contributingServiceIds: [...new Set(contributors.flatMap(({ serviceId }) => serviceId ?? []))],
  dueOn: content.dueOn,
  followUpOn: content.followUpOn,
  level: content.level,
  category: content.category,
  approach: content.approach,
  resourceNok: resources?.nok ?? null,
  resourceHours: resources?.hours ?? null,
  wantedEffect: content.wantedEffect,
  matterId: content.matterId,
});
