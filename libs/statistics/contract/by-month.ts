import { monthOf, type CalendarDate, type Month } from '#platform/kernel';
import type { KnownFacts } from './known-facts.js';
import { monthsIn, type Period } from './period.js';

/** Something that belongs to a period by its day. */
interface Dated {
  readonly on: CalendarDate;
}

/**
 * Those of the period, by the month of their day. All are computed and grouped once, so that a series of months does not
 * look at all of them for each; `key` names them.
 */
export function inMonthsOf<T extends Dated>(
  facts: KnownFacts,
  period: Period,
  key: string,
  all: () => Iterable<T>,
): readonly T[] {
  const byMonth = facts.once(`${key} by month`, () => Map.groupBy<Month, T>(all(), ({ on }) => monthOf(on)));
  return monthsIn(period).flatMap((month) => byMonth.get(month) ?? []);
}
