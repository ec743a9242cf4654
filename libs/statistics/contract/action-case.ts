import type { CalendarDate } from '#platform/kernel';
import { holdingOn } from '#registry/contract';
import type { ActionFact, ActionTerms } from './facts.js';
import type { Case } from './indicator.js';

/** Responsible person and due date on the day. */
export const termsOn = ({ terms }: Pick<ActionFact, 'terms'>, day: CalendarDate): ActionTerms =>
  holdingOn(terms, day) ?? terms[0]!;

/** An action as a case; it counts unless `changes` says otherwise. At individual level it counts as a child. */
export const actionCase = (
  { actionId, unitIds, level, category, approach }: ActionFact,
  { ownerServiceId }: Pick<ActionTerms, 'ownerServiceId'>,
  on: CalendarDate,
  changes: Partial<Case> = {},
): Case => ({
  subject: { kind: 'action', id: actionId },
  on,
  unitIds,
  serviceIds: ownerServiceId === null ? [] : [ownerServiceId],
  level,
  category,
  ...(approach !== null && { approach }),
  children: level === 'individual' ? 1 : 0,
  counts: true,
  ...changes,
});
