import { isWithinFilter, type CaseFilter } from './breakdown.js';
import type { Case, Indicator, Texts } from './indicator.js';
import type { KnownFacts } from './known-facts.js';
import type { Period } from './period.js';

/** How many cases a figure leaves out for one reason. */
export interface LeftOutCount {
  readonly key: string;
  readonly name: Texts;
  readonly count: number;
}

/** The cases that the figure of a period leaves out, as far as its indicator can tell; only reasons that have cases. */
export const leftOutOf = (
  { leftOut = [] }: Pick<Indicator, 'leftOut'>,
  facts: KnownFacts,
  period: Period,
  filter: CaseFilter,
): readonly LeftOutCount[] =>
  leftOut
    .map(({ key, name, cases }) => ({ key, name, count: cases(facts, period).filter(isWithinFilter(filter)).length }))
    .filter(({ count }) => count > 0);

/** Number of cases of a figure that several units share: each unit counts them, the whole counts them once. */
export const sharedCases = (cases: readonly Pick<Case, 'unitIds'>[]): number =>
  cases.filter(({ unitIds }) => unitIds.length > 1).length;
