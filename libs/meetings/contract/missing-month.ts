import { monthOf, type CalendarDate, type Month } from '#platform/kernel';

/** A unit's month, as far as the rule asks. */
interface UnitMonth {
  readonly month: Month;
  /** A meeting of the unit was held in it, at home or as a guest. */
  readonly isHeld: boolean;
  readonly isExempt: boolean;
  /** The unit was obliged on at least one working day of it (§ 3.6). */
  readonly isObliged: boolean;
}

/** A month is over when its last day is. */
export const hasEnded = (month: Month, today: CalendarDate): boolean => month < monthOf(today);

/** A month is missing when it has ended without a meeting and the unit was obliged and not exempt (R1). */
export const isMonthMissing = ({ month, isHeld, isExempt, isObliged }: UnitMonth, today: CalendarDate): boolean =>
  hasEnded(month, today) && !isHeld && !isExempt && isObliged;
