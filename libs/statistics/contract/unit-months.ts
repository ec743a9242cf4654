import { hasEnded } from '#meetings/contract';
import { lastDayOf, monthOf, type Month } from '#platform/kernel';
import { isObligedIn } from '#registry/contract';
import type { UnitFact } from './facts.js';
import { monthsMet } from './held-meetings.js';
import type { KnownFacts } from './known-facts.js';
import { monthsIn, type Period } from './period.js';

/** A unit's month in which it was obliged to meet (workflow § 3.6). */
export interface UnitMonth {
  readonly unit: UnitFact;
  readonly month: Month;
  readonly isOver: boolean;
  readonly isHeld: boolean;
  /** Exempted by the coordinator, and not held: an exempt month in which a meeting was held is held and obliged. */
  readonly isExempt: boolean;
}

/** Every unit's months of the period in which it was obliged, exempt ones included; not months after the current one. */
export const unitMonths = (facts: KnownFacts, period: Period): readonly UnitMonth[] =>
  monthsIn(period)
    .filter((month) => month <= monthOf(facts.today))
    .flatMap((month) => obligedIn(facts, month));

/** The units that were, or by what is known will be, obliged in the month, by the settings in force on its last day. */
export const obligedIn = (facts: KnownFacts, month: Month): readonly UnitMonth[] =>
  facts.once(`obliged in ${month}`, () => {
    const isOver = hasEnded(month, facts.today);
    return unitsObligedIn(facts, month).map((unit) => {
      const isHeld = monthsMet(facts, unit).has(month);
      const isExempt = !isHeld && unit.exempt.includes(month);
      return { unit, month, isOver, isHeld, isExempt };
    });
  });

/** Whether some unit, or one of these, was obliged to meet in a month of the period, by now. */
export const isAnyUnitObligedIn = (facts: KnownFacts, period: Period, unitIds?: readonly string[]): boolean =>
  monthsIn(period).some(
    (month) =>
      month <= monthOf(facts.today) &&
      unitsObligedIn(facts, month).some(({ unitId }) => unitIds?.includes(unitId) ?? true),
  );

const unitsObligedIn = (facts: KnownFacts, month: Month): readonly UnitFact[] =>
  facts.once(`units obliged in ${month}`, () => {
    const settings = facts.settingsOn(lastDayOf(month));
    return facts.units.filter((unit) => isObligedIn(unit, facts.workingMonth(unit, month), settings));
  });

/** Obliged unit-months (OUM): those that are over, exempt ones left out. */
export const obligedUnitMonths = (facts: KnownFacts, period: Period): readonly UnitMonth[] =>
  unitMonths(facts, period).filter(({ isOver, isExempt }) => isOver && !isExempt);

/** The obliged unit-months of each unit, oldest first. */
export const obligedMonthsByUnit = (
  facts: KnownFacts,
  period: Period,
): readonly (readonly [UnitFact, readonly UnitMonth[]])[] => [
  ...Map.groupBy(obligedUnitMonths(facts, period), ({ unit }) => unit),
];
