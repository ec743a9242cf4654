import { z } from 'zod';

/** How long sessions last. */
export interface SessionEnvironment {
  /** Without use. */
  readonly idleMinutes: number;
  /** At most, however much they are used. */
  readonly hours: number;
  /** Age of an authentication that is recent enough for sensitive operations; 0 when they need none. */
  readonly confirmMinutes: number;
}

/** A day's work with a long pause in it. */
const IDLE_MINUTES = 8 * 60;
/** Longer than any day's work, so that nobody is signed out in the middle of one; and no session lives for a second day. */
const HOURS = 24;
const LONGEST_HOURS = 30 * 24;
/** Long enough for a piece of work such as giving roles to new people, and short for whoever finds an open device. */
const CONFIRM_MINUTES = 15;

/** The variables of sessions, for the table of all variables. */
export const SESSION_VARIABLES = {
  SESSION_IDLE_MINUTES: wholeNumber('SESSION_IDLE_MINUTES', 5, LONGEST_HOURS * 60)
    .default(IDLE_MINUTES)
    .describe('Minutes after the last use when a session ends'),
  SESSION_HOURS: wholeNumber('SESSION_HOURS', 1, LONGEST_HOURS)
    .default(HOURS)
    .describe('Hours after its beginning when a session ends, however much it is used'),
  SESSION_CONFIRM_MINUTES: wholeNumber('SESSION_CONFIRM_MINUTES', 0, LONGEST_HOURS * 60)
    .default(CONFIRM_MINUTES)
    .describe('Minutes after proving who one is, in which sensitive operations do not ask for it again; 0: never'),
};

export const sessionEnvironment = (given: {
  readonly SESSION_IDLE_MINUTES: number;
  readonly SESSION_HOURS: number;
  readonly SESSION_CONFIRM_MINUTES: number;
}): SessionEnvironment => ({
  idleMinutes: given.SESSION_IDLE_MINUTES,
  hours: given.SESSION_HOURS,
  confirmMinutes: given.SESSION_CONFIRM_MINUTES,
});

/** Hoisted, as the variables use it. */
function wholeNumber(name: string, least: number, most: number) {
  return z
    .string()
    .refine((text) => /^\d{1,6}$/.test(text) && Number(text) >= least && Number(text) <= most, {
      error: `${name} must be a whole number from ${least} to ${most}.`,
    })
    .transform(Number);
}
