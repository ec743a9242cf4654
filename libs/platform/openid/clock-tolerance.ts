/** Difference between the clocks of provider and installation that is accepted, in seconds. */
export const CLOCK_TOLERANCE = 60;
