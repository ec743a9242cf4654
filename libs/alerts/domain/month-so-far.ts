import type { CalendarDate, IsFree, Month } from '#platform/kernel';
import { isObligedIn, workingMonth, type Settings, type UnitDto, type UnitKind } from '#registry/contract';
import type { WatchedMeeting, WatchedMonth } from './alert.js';
import { heldMonths } from './held-months.js';

/** Number of units obliged to meet in a month that had met by a given day. */
export interface MonthSoFar {
  readonly month: Month;
  /** The day of the count. */
  readonly until: CalendarDate;
  readonly held: number;
  /** Units obliged to meet in the month; without exempt ones, unless they met all the same (workflow § 3.6). */
  readonly obliged: number;
}

export interface MonthFacts {
  readonly settings: Settings;
  readonly units: readonly UnitDto[];
  readonly meetings: readonly Pick<WatchedMeeting, 'unitIds' | 'heldOn'>[];
  readonly exemptions: readonly WatchedMonth[];
  readonly isFree: Readonly<Record<UnitKind, IsFree>>;
}

/** The month at the end of a day: counted by the days on which meetings were held, whenever they were reported. */
export function monthSoFar(month: Month, until: CalendarDate, facts: MonthFacts): MonthSoFar {
  const days = {
    school: workingMonth(month, facts.isFree.school),
    kindergarten: workingMonth(month, facts.isFree.kindergarten),
  };
  const exempt = new Set(facts.exemptions.filter((it) => it.month === month).map(({ unitId }) => unitId));
  const met = heldMonths(facts.meetings.filter(({ heldOn }) => heldOn <= until));
  const obliged = facts.units
    .filter((unit) => isObligedIn(unit, days[unit.kind], facts.settings))
    .map((unit) => ({ unit, held: met(unit, month) }))
    .filter(({ unit, held }) => held || !exempt.has(unit.unitId));
  return { month, until, held: obliged.filter(({ held }) => held).length, obliged: obliged.length };
}
