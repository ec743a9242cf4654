// The rule for whether something is closed on a day, shared by decisions, read models and pages (ADR 0210).

/**
 * The first school year in which 24–31 December are closed when no calendar is set. A constant rather than «the next
 * year», so that plans and figures of a year do not depend on the day of the query (ADR 0211).
 */
export const FIRST_YEAR_CLOSED_AT_CHRISTMAS = 2027;

/** The first school year in whose July schools are closed, whatever their calendar; a constant likewise (ADR 0375). */
export const FIRST_YEAR_SCHOOLS_REST_IN_JULY = 2026;

/** A period in which a unit, a service or a service unit is closed. Days are written YYYY-MM-DD. */
export interface ClosedPeriod<Day extends string = string> {
  /** The last day it is open. */
  readonly lastDay: Day;
  /** The first day it is open again, if known. */
  readonly reopens: Day | null;
}

/** True after the last open day of a period, until the day it reopens. */
export const isClosedOn = (closures: readonly ClosedPeriod[], day: string): boolean =>
  closures.some(({ lastDay, reopens }) => lastDay < day && (reopens === null || day < reopens));

/** The closure that covers the day or is announced for later; undefined when the latest one is over. */
export function standingClosure<Period extends ClosedPeriod>(
  closures: readonly Period[],
  day: string,
): Period | undefined {
  const last = closures.at(-1);
  return last && (last.reopens === null || last.reopens > day) ? last : undefined;
}
