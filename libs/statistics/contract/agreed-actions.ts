import { monthOf } from '#platform/kernel';
import { termsOn } from './action-case.js';
import type { ActionFact, ActionTerms } from './facts.js';
import type { KnownFacts } from './known-facts.js';
import { monthsIn, untilOf, type Period } from './period.js';

/** An action that was agreed in a period, with its terms at the end of it, or today while it lasts. */
export interface AgreedInPeriod {
  readonly action: ActionFact;
  readonly terms: ActionTerms;
}

/** Actions agreed in the period, by the day of the meeting that agreed them. */
export function agreedActions(facts: KnownFacts, period: Period): readonly AgreedInPeriod[] {
  const byMonth = facts.once('actions by the month of their agreement', () =>
    Map.groupBy(
      facts.actions.filter(({ agreedOn }) => agreedOn <= facts.today),
      ({ agreedOn }) => monthOf(agreedOn),
    ),
  );
  const day = untilOf(period, facts.today);
  return monthsIn(period)
    .flatMap((month) => byMonth.get(month) ?? [])
    .map((action) => ({ action, terms: termsOn(action, day) }));
}

/** Services that take part: the responsible person's, and those that help. */
export const servicesOf = (
  { helpingServices }: Pick<ActionFact, 'helpingServices'>,
  { ownerServiceId }: Pick<ActionTerms, 'ownerServiceId'>,
): readonly string[] => [...new Set([...(ownerServiceId === null ? [] : [ownerServiceId]), ...helpingServices])];
