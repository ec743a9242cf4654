import type { CalendarDate, DomainEvent } from '#platform/kernel';
import { change, readModel, streamId } from '#platform/projections';
import type { ActionContent, ActionEvent } from '../../contract/index.js';
import type { OwnershipPeriod } from '../../domain/workload/workload.js';
import { CarriedActionRow } from './carried-action.entity.js';

/** Owners of each action with start day and due date, so that figures of earlier days do not change. */
export const carriedAction = readModel<CarriedActionRow, ActionEvent>({
  name: 'carried-action',
  version: 1,
  entity: CarriedActionRow,
  on: {
    'actions.ActionAgreed': {
      rows: (event) => [streamId(event)],
      fold: (_, { data, tenant }) => ({
        actionId: data.actionId,
        tenant,
        agreedOn: data.agreedOn,
        endedOn: null,
        spells: [{ from: data.agreedOn, ...contentFields(data) }],
      }),
    },
    'actions.ActionCarriedOn': on((row, { dueOn, on: from }) => began(row, from, { dueOn })),
    'actions.ActionChanged': on((row, { content, on: from }) => began(row, from, contentFields(content))),
    // A corrected error was never valid: it counts for no day.
    'actions.ActionCorrected': on((row, { content, on: from }) =>
      row.spells.length === 1
        ? { spells: [{ from: row.agreedOn, ...contentFields(content) }] }
        : began(row, from, contentFields(content)),
    ),
    'actions.HandoverAccepted': on((row, { to, toServiceId, on: from }) =>
      began(row, from, { ownerId: to, ownerServiceId: toServiceId }),
    ),
    'actions.ActionCompleted': on((_, { completedOn }) => ({ endedOn: completedOn })),
    'actions.ActionAbandoned': on((_, { on: endedOn }) => ({ endedOn })),
    'actions.ActionAccepted': 'ignored',
    'actions.ActionStarted': 'ignored',
    'actions.ProgressNoted': 'ignored',
    'actions.FollowUpRecorded': 'ignored',
    'actions.EffectJudged': 'ignored',
    'actions.HandoverOffered': 'ignored',
    'actions.HandoverDeclined': 'ignored',
    'actions.ActionDeclined': 'ignored',
  },
});

const contentFields = ({ ownerId, ownerServiceId, dueOn }: ActionContent) => ({ ownerId, ownerServiceId, dueOn });

/** Starts a period on the day, equal to the last one with the changes; the last of several changes in a day is valid. */
function began(
  row: CarriedActionRow,
  from: CalendarDate,
  changes: Partial<OwnershipPeriod>,
): Partial<CarriedActionRow> {
  const last = row.spells.at(-1)!;
  const spell = { ...last, ...changes, from: from < last.from ? last.from : from };
  return { spells: [...row.spells.filter((it) => it.from !== spell.from), spell] };
}

function on<E extends DomainEvent>(changed: (row: CarriedActionRow, data: E['data']) => Partial<CarriedActionRow>) {
  return change<E, CarriedActionRow>(streamId, (row, event) => ({ ...row, ...changed(row, event.data) }));
}
