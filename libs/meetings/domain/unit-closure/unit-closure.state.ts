import type { CalendarDate } from '#platform/kernel';

/** The closure of a unit, as far as its meetings depend on it. */
export type UnitClosure = (
  { readonly status: 'open' } | { readonly status: 'closing'; readonly lastDay: CalendarDate; readonly reason: string }
) & {
  /** Meetings that were cancelled for this closure or an earlier one. */
  readonly cancelledIds: readonly string[];
};
