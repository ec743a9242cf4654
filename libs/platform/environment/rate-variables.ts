import { z } from 'zod';

/** How many requests are answered in a minute; 0 for any number. */
export interface RateEnvironment {
  /** Of one signed-in person. */
  readonly person: number;
  /** From one address without a session. */
  readonly withoutSession: number;
  /** Sign-ins from one address. */
  readonly signIn: number;
}

/**
 * A page sends 20 to 40 requests and autosaving a few more: nobody comes near 50 a second for a minute. A municipality's
 * people often share one address, so the limits of addresses hold for all of them who are not signed in.
 */
const DEFAULTS: RateEnvironment = { person: 3000, withoutSession: 600, signIn: 120 };
const MOST = 1_000_000;

/** Networks that a reverse proxy on the same machine or in the same container network has (names of `proxy-addr`). */
const PRIVATE_NETWORKS = 'loopback,linklocal,uniquelocal';
const NETWORK = /^(loopback|linklocal|uniquelocal|[\da-fA-F.:]+(\/\d{1,3})?)$/;

/** The variables of rate limits, for the table of all variables. */
export const RATE_VARIABLES = {
  RATE_PERSON: perMinute('RATE_PERSON', DEFAULTS.person).describe('Requests of one signed-in person in a minute'),
  RATE_WITHOUT_SESSION: perMinute('RATE_WITHOUT_SESSION', DEFAULTS.withoutSession).describe(
    'Requests without a session from one address in a minute',
  ),
  RATE_SIGN_IN: perMinute('RATE_SIGN_IN', DEFAULTS.signIn).describe('Sign-ins from one address in a minute'),
  TRUSTED_PROXIES: z
    .string()
    .refine((text) => text.split(',').every((part) => NETWORK.test(part.trim())), {
      error: 'TRUSTED_PROXIES must be addresses or networks, separated by commas, such as 10.0.0.5,10.1.0.0/16.',
    })
    .optional()
    .describe('Proxies whose X-Forwarded-For tells the address of a request'),
};

interface RateValues {
  readonly RATE_PERSON: number;
  readonly RATE_WITHOUT_SESSION: number;
  readonly RATE_SIGN_IN: number;
}
export const rateEnvironment = (given: RateValues): RateEnvironment => ({
  person: given.RATE_PERSON,
  withoutSession: given.RATE_WITHOUT_SESSION,
  signIn: given.RATE_SIGN_IN,
});

/**
 * Addresses and networks of trusted proxies. Behind a proxy (`origin` is given) those of private networks, if nothing else
 * is said; without one nobody, since any client could then choose its address.
 */
export const trustedProxies = (given: string | undefined, origin: string | undefined): readonly string[] =>
  (given ?? (origin === undefined ? '' : PRIVATE_NETWORKS))
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

/** Hoisted, as the variables use it. */
function perMinute(name: string, usual: number) {
  return z
    .string()
    .refine((text) => /^\d{1,7}$/.test(text) && Number(text) <= MOST, {
      error: `${name} must be a whole number from 0 (no limit) to ${MOST}.`,
    })
    .transform(Number)
    .default(usual);
}
