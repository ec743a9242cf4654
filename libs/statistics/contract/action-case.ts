import type { CalendarDate } from '#platform/kernel';
import { holdingOn } from '#registry/contract';
import type { ActionFact, ActionTerms } from './facts.js';
import type { Case } from './indicator.js';

/** Responsible person and due date on the day. */
export const termsOn = ({ terms }: Pick<ActionFact, 'terms'>, day: CalendarDate): ActionTerms =>
  holdingOn(terms, day) ?? terms[0]!;

/** An action as a case; it counts unless `changes` says otherwise. At individual level it counts as a child. */
export function actionCase(
  { actionId, unitIds, level, category, approach }: ActionFact,
  { ownerServiceId }: Pick<ActionTerms, 'ownerServiceId'>,
  on: CalendarDate,
  { counts = true, children = level === 'individual' ? 1 : 0, amount, asides, ageBand, personId }: Partial<Case> = {},
): Case {
  // Field by field, since a figure by month has tens of thousands of these.
  return {
    subject: { kind: 'action', id: actionId },
    on,
    unitIds,
    serviceIds: ownerServiceId === null ? NO_SERVICE : [ownerServiceId],
    level,
    category,
    approach: approach ?? undefined,
    ageBand,
    personId,
    children,
    counts,
    amount,
    asides,
  };
}

const NO_SERVICE: readonly string[] = [];
