import type { CalendarDate } from '#platform/kernel';
import { holdingOn } from '#registry/contract';
import type { ActionFact, ActionTerms } from './facts.js';
import type { Case } from './indicator.js';
import type { KnownFacts } from './known-facts.js';
import { untilOf, type Period } from './period.js';

/** An action that is open at the end of a day, with the terms that hold on it. */
export interface OpenAction {
  readonly action: ActionFact;
  readonly terms: ActionTerms;
  readonly day: CalendarDate;
}

/** Actions open at the end of the period, or today while it lasts: agreed by then, and not ended. */
export function openActions(facts: KnownFacts, period: Period): readonly OpenAction[] {
  const day = untilOf(period, facts.today);
  return facts.actions
    .filter(({ agreedOn, ended }) => agreedOn <= day && (ended === null || ended.on > day))
    .map((action) => ({ action, terms: termsOn(action, day), day }));
}

/** Responsible person and due date on the day. */
export const termsOn = ({ terms }: Pick<ActionFact, 'terms'>, day: CalendarDate): ActionTerms =>
  holdingOn(terms, day) ?? terms[0]!;

/** An action as a case; it counts unless `changes` says otherwise. */
export const actionCase = (
  { actionId, unitIds, level, category, approach }: ActionFact,
  { ownerServiceId }: ActionTerms,
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
  counts: true,
  ...changes,
});
