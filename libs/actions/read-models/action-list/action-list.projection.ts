import type { DomainEvent, Recorded } from '#platform/kernel';
import { change, readModel, streamId } from '#platform/projections';
import type { ActionContent, ActionEvent } from '../../contract/index.js';
import { ActionRow, type ActionStatus } from './action-list.entity.js';
import { corrected, decided, handedOver, type StateHistory } from './state-history.js';

/**
 * Every action with its dates, people and state (R3, R4, R12). Without overdue, which is derived from the clock on each
 * query.
 */
export const actionList = readModel<ActionRow, ActionEvent>({
  name: 'action-list',
  version: 3,
  entity: ActionRow,
  on: {
    'actions.ActionAgreed': {
      rows: (event) => [streamId(event)],
      fold: (_, { data, tenant, revision }) => ({
        actionId: data.actionId,
        tenant,
        meetingId: data.meetingId,
        unitIds: data.unitIds,
        status: 'agreed',
        ...contentFields(data),
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
        stoodAs: [{ from: data.agreedOn, by: 'decision', ...historyFields(data) }],
        revision: Number(revision),
      }),
    },
    'actions.ActionAccepted': on((row) => ({ ...notDeclined, status: acceptedFrom(row.status) })),
    'actions.ActionDeclined': on((_, { on: declinedOn, reason }) => ({ declinedOn, declineReason: reason })),
    'actions.ActionStarted': on(() => ({ ...notDeclined, status: 'started' })),
    'actions.ProgressNoted': on(() => ({})),
    'actions.OwnerAnswered': on(() => ({})),
    'actions.FollowUpRecorded': on((row, { on: day, outcome, nextFollowUpOn }) => ({
      // A follow-up recorded by a late protocol does not replace a later one.
      ...((row.followedUpOn ?? day) <= day && { followedUpOn: day, followUpOutcome: outcome }),
      ...(nextFollowUpOn && {
        followUpOn: nextFollowUpOn,
        stoodAs: decided(row.stoodAs, day, { followUpOn: nextFollowUpOn }),
      }),
    })),
    'actions.ActionCompleted': on((_, { completedOn }) => ({ ...noOffer, status: 'completed', endedOn: completedOn })),
    'actions.EffectJudged': on((_, { effect, on: effectJudgedOn }) => ({ status: 'closed', effect, effectJudgedOn })),
    'actions.ActionCarriedOn': on((row, { dueOn, followUpOn, on: day }) => ({
      dueOn,
      followUpOn,
      timesCarriedOn: row.timesCarriedOn + 1,
      stoodAs: decided(row.stoodAs, day, { dueOn, followUpOn }),
    })),
    'actions.ActionChanged': on((row, { content, on: day }) => ({
      ...contentFields(content),
      stoodAs: decided(row.stoodAs, day, {
        text: content.text,
        dueOn: content.dueOn,
        followUpOn: content.followUpOn,
      }),
    })),
    'actions.ActionCorrected': on((row, { content }) => ({
      ...contentFields(content),
      stoodAs: corrected(row.stoodAs, historyFields(content)),
      // The mistaken date was corrected: if the due date has not moved since, the first due date is corrected too.
      ...(row.dueOn === row.firstDueOn && { firstDueOn: content.dueOn }),
      ...(row.ownerId !== content.ownerId &&
        isOpen(row) && { ...noOffer, ...notDeclined, status: restartedFrom(row.status) }),
    })),
    'actions.HandoverOffered': on((_, { to, on: offeredOn }) => ({ offeredTo: to, offeredOn })),
    'actions.HandoverAccepted': on((row, { to, toServiceId, on: day }) => ({
      ...noOffer,
      ...notDeclined,
      stoodAs: handedOver(row.stoodAs, day, to),
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

/** Changes the action's own row and stores its revision. */
function on<E extends DomainEvent>(changed: (row: ActionRow, data: E['data']) => Partial<ActionRow>) {
  return change<E, ActionRow>(streamId, (row, event: Recorded<E>) => ({
    ...row,
    ...changed(row, event.data),
    revision: Number(event.revision),
  }));
}

const historyFields = ({
  text,
  ownerId,
  dueOn,
  followUpOn,
}: ActionContent): Omit<StateHistory[number], 'from' | 'by'> => ({
  text,
  ownerId,
  dueOn,
  followUpOn,
});
const contentFields = ({ contributors, resources, ...content }: ActionContent) => ({
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
