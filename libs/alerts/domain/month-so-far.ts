import type { CalendarDate, IsFree, Month } from '#platform/kernel';
import { isObligedIn, workingMonth, type Settings, type UnitDto, type UnitKind } from '#registry/contract';
import type { WatchedMeeting, WatchedMonth } from './alert.js';
import { heldMonths } from './held-months.js';

/** How many of the units that must meet in a month had done so on a day of it. */
export interface MonthSoFar {
  readonly month: Month;
  /** The day it is counted on. */
  readonly until: CalendarDate;
  readonly held: number;
  /** Units obliged to meet in the month; exempt ones are left out, unless they met all the same (workflow § 3.6). */
  readonly obliged: number;
}

export interface MonthFacts {
  readonly settings: Settings;
  readonly units: readonly UnitDto[];
  readonly meetings: readonly Pick<WatchedMeeting, 'unitIds' | 'heldOn'>[];
  readonly exemptions: readonly WatchedMonth[];
  readonly isFree: Readonly<Record<UnitKind, IsFree>>;
}

/** The month as it stood in the evening of a day: by the days on which meetings were held, whenever that was said. */
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
