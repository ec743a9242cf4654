import { termsOn } from './action-case.js';
import { inMonthsOf } from './by-month.js';
import type { ActionFact, ActionTerms } from './facts.js';
import type { KnownFacts } from './known-facts.js';
import { untilOf, type Period } from './period.js';

/** An action that was agreed in a period, with its terms at the end of it, or today while it lasts. */
export interface AgreedInPeriod {
  readonly action: ActionFact;
  readonly terms: ActionTerms;
}

/** Actions agreed in the period, by the day of the meeting that agreed them. */
export function agreedActions(facts: KnownFacts, period: Period): readonly AgreedInPeriod[] {
  const day = untilOf(period, facts.today);
  const agreed = inMonthsOf(facts, period, 'agreed actions', () =>
    facts.actions.flatMap((action) => (action.agreedOn <= facts.today ? { action, on: action.agreedOn } : [])),
  );
  return agreed.map(({ action }) => ({ action, terms: termsOn(action, day) }));
}

/** Services that take part: the responsible person's, and those that help. */
export const servicesOf = (
  { helpingServices }: Pick<ActionFact, 'helpingServices'>,
  { ownerServiceId }: Pick<ActionTerms, 'ownerServiceId'>,
): readonly string[] => [...new Set([...(ownerServiceId === null ? [] : [ownerServiceId]), ...helpingServices])];
