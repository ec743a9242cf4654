import { may, type Asker, type Right, type Subject } from '#platform/identity';
import type { ActionStep } from './action-list.dto.js';
import type { ActionRow } from './action-list.entity.js';

/**
 * Commands that a person may give on an action now, so that a page offers nothing that would be refused. Follows the
 * guard and the decider, which alone decide. None of these commands depends on having attended a meeting, so
 * participation is not checked.
 */
export function stepsOpenTo(asker: Asker, row: ActionRow): ActionStep[] {
  const subject = subjectOf(row);
  const has = (right: Right) => may(asker, right, subject);
  if (row.endedOn !== null) return row.status !== 'abandoned' && has('action.report') ? ['judge'] : [];
  const steps: readonly (readonly [ActionStep, boolean])[] = [
    ['accept', row.status === 'agreed' && row.ownerId === asker.personId && has('action.report')],
    ['report', has('action.report')],
    ['manage', has('action.manage')],
    ['hand-over', has('action.hand-over')],
    ['answer-offer', row.offeredTo === asker.personId],
  ];
  return steps.filter(([, open]) => open).map(([step]) => step);
}

const subjectOf = (row: ActionRow): Subject => ({
  unitIds: row.unitIds,
  serviceIds: [...(row.ownerServiceId === null ? [] : [row.ownerServiceId]), ...row.contributingServiceIds],
  ownerId: row.ownerId,
  personIds: [row.ownerId, ...row.contributorIds],
});
