import { FIRST_YEAR_CLOSED_AT_CHRISTMAS } from '#registry/contract/closed-on';

/** True where 24–31 December are closed in the school year as long as no calendar is set for it. */
export const isClosedAtChristmasByDefault = (schoolYear: number): boolean =>
  schoolYear >= FIRST_YEAR_CLOSED_AT_CHRISTMAS;
