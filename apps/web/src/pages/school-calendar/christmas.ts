import { FIRST_YEAR_CLOSED_AT_CHRISTMAS } from '#registry/contract/closed-on';

/** True when 24–31 December are closed in the school year while no calendar is set. */
export const isClosedAtChristmasByDefault = (schoolYear: number): boolean =>
  schoolYear >= FIRST_YEAR_CLOSED_AT_CHRISTMAS;
