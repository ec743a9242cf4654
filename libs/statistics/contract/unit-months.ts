import { lastDayOf, monthOf, type Month } from '#platform/kernel';
import { hasEnded } from '#meetings/contract';
import { countsFor, isObligedIn } from '#registry/contract';
import type { MeetingFact, UnitFact } from './facts.js';
import type { KnownFacts } from './known-facts.js';
import { monthsIn, untilOf, type Period } from './period.js';

/** A unit's month in which it was obliged to meet (workflow § 3.6). */
export interface UnitMonth {
  readonly unit: UnitFact;
  readonly month: Month;
  readonly isOver: boolean;
  readonly isHeld: boolean;
  /** Exempted by the coordinator, and not held: an exempt month in which a meeting was held is held and obliged. */
  readonly isExempt: boolean;
}

export const wasHeld = ({ state }: Pick<MeetingFact, 'state'>): boolean =>
  state === 'held' || state === 'lost' || state === 'filed';

/** Every unit's months of the period in which it was obliged, exempt ones included; not months after the current one. */
export function unitMonths(facts: KnownFacts, period: Period): readonly UnitMonth[] {
  const until = untilOf(period, facts.today);
  const months = monthsIn(period).filter((month) => month <= monthOf(until));
  const heldIn = Map.groupBy(
    facts.meetings.filter((meeting) => wasHeld(meeting) && meeting.on <= until),
    ({ on }) => monthOf(on),
  );
  return months.flatMap((month) => {
    const settings = facts.settingsOn(lastDayOf(month));
    const held = heldIn.get(month) ?? [];
    return facts.units
      .filter((unit) => isObligedIn(unit, facts.workingMonth(unit.kind, month), settings))
      .map((unit) => {
        const isHeld = held.some(({ unitIds, on }) => countsFor(unit, { unitIds, heldOn: on }));
        return {
          unit,
          month,
          isOver: hasEnded(month, facts.today),
          isHeld,
          isExempt: !isHeld && unit.exempt.includes(month),
        };
      });
  });
}

/** Obliged unit-months (OUM): those that are over, exempt ones left out. */
export const obligedUnitMonths = (facts: KnownFacts, period: Period): readonly UnitMonth[] =>
  unitMonths(facts, period).filter(({ isOver, isExempt }) => isOver && !isExempt);
