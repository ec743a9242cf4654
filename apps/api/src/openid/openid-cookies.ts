import { z } from 'zod';
import { TenantId } from '#platform/kernel';
import type { SealedCookie } from '#platform/openid';

const MINUTES = 60;
const HOURS = 3600;

export const Pending = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  returnTo: z.string(),
  /** True for one who wants to choose the municipality, also where there is only one to enter. */
  choose: z.boolean(),
  renewedSince: z.int().optional(),
  /** Token of the invitation by which it was begun. */
  invitation: z.string().optional(),
});
export type Pending = z.infer<typeof Pending>;

/** A sign-in that was begun in this browser. Each has a cookie of its own, so that two windows can sign in at once. */
export const pendingCookie = (state: string): SealedCookie<Pending> => ({
  // The state comes from the address of the callback: only its letters and digits are part of the name.
  name: `samspill-sign-in-${state.replaceAll(/[^A-Za-z0-9]/g, '').slice(0, 12)}`,
  path: '/openid',
  seconds: 10 * MINUTES,
  schema: Pending,
});

export const Proven = z.object({
  identityId: z.uuid(),
  issuer: z.string(),
  sid: z.string().optional(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  returnTo: z.string(),
  choose: z.boolean(),
  authenticatedAt: z.iso.datetime().optional(),
});
export type Proven = z.infer<typeof Proven>;

/**
 * Somebody whom the provider has proven, while they choose a municipality or wait to be let in. It is short-lived, so
 * that the next person at the same machine does not go on as this one.
 */
export const PROVEN_COOKIE: SealedCookie<Proven> = {
  name: 'samspill-identity',
  path: '/api/sign-in',
  seconds: 10 * MINUTES,
  schema: Proven,
};

/** The ID token, for signing out at the provider, which asks for it. Kept by the browser alone. */
export const ID_TOKEN_COOKIE: SealedCookie<{ readonly idToken: string }> = {
  name: 'samspill-id-token',
  path: '/api/session',
  seconds: 12 * HOURS,
  schema: z.object({ idToken: z.string() }),
};
/** Browsers drop cookies of more than 4,096 bytes; encryption adds a third. */
export const LONGEST_ID_TOKEN = 2_600;

export const TenantChoice = z.object({ municipality: TenantId.describe('Id of a municipality of the list.') });
