import { readModel, streamId, type Fold } from '#platform/projections';
import type { ActionEvent, RefusedDecisionEvent } from '../../contract/index.js';
import { RefusedDecisionRow, type OpenRefusal } from './refused-decision.entity.js';

/**
 * Decisions of protocols that their actions refused. A row is deleted when the coordinator has seen all of its
 * refusals, or when the action is decided about afterwards, since that decision is valid.
 */
export const refusedDecisions = readModel<RefusedDecisionRow, RefusedDecisionEvent | ActionEvent>({
  name: 'refused-decision',
  version: 1,
  entity: RefusedDecisionRow,
  on: {
    'actions.DecisionRefused': {
      rows: ({ data }) => [data.actionId],
      fold: (row, { data: { actionId, ...refusal }, tenant }) => ({
        actionId,
        tenant,
        refusals: [...without(row, refusal.refusalId), refusal],
      }),
    },
    'actions.RefusedDecisionSeen': {
      rows: ({ data }) => [data.actionId],
      fold: (row, { data }) => left(row, without(row, data.refusalId)),
    },
    'actions.FollowUpRecorded': {
      rows: (event) => [streamId(event)],
      fold: (row, { data }) => left(row, row?.refusals.filter(({ meetingId }) => meetingId !== data.meetingId) ?? []),
    },
    'actions.ActionAgreed': decided(),
    'actions.ActionCompleted': decided(),
    'actions.ActionCarriedOn': decided(),
    'actions.ActionChanged': decided(),
    'actions.ActionCorrected': decided(),
    'actions.ActionAbandoned': decided(),
    'actions.ActionAccepted': 'ignored',
    'actions.ActionDeclined': 'ignored',
    'actions.ActionStarted': 'ignored',
    'actions.ProgressNoted': 'ignored',
    'actions.OwnerAnswered': 'ignored',
    'actions.EffectJudged': 'ignored',
    'actions.HandoverOffered': 'ignored',
    'actions.HandoverAccepted': 'ignored',
    'actions.HandoverDeclined': 'ignored',
  },
});

/** Deletes the row: the action was decided about after the refusals. */
function decided<E extends ActionEvent>(): Fold<E, RefusedDecisionRow> {
  return { rows: (event) => [streamId(event)], fold: () => undefined };
}

const without = (row: RefusedDecisionRow | undefined, refusalId: string): readonly OpenRefusal[] =>
  row?.refusals.filter((it) => it.refusalId !== refusalId) ?? [];

const left = (row: RefusedDecisionRow | undefined, refusals: readonly OpenRefusal[]): RefusedDecisionRow | undefined =>
  row && refusals.length > 0 ? { ...row, refusals } : undefined;
