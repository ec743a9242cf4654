import type { PersonId } from '#platform/kernel';

interface Made {
  readonly personId: PersonId;
  /** Digest of the last link's secret; earlier links have ended. */
  readonly digest: string;
}
/** State of a person's last invitation. */
export type Invitation =
  | { readonly status: 'none' }
  | (Made & { readonly status: 'open'; /** ISO instant. */ readonly until: string })
  | (Made & { readonly status: 'used'; readonly identityId: string })
  | (Made & { readonly status: 'revoked' });

/** State of a link with this secret at an instant; the last instant of its time no longer belongs to it. */
export function stateOfLink(
  invitation: Invitation,
  digest: string,
  now: string,
): 'open' | 'used' | 'expired' | 'revoked' | 'unknown' {
  // Comparing digests tells nothing about a secret of 256 random bits, however long it takes.
  if (invitation.status === 'none' || invitation.digest !== digest) return 'unknown';
  if (invitation.status !== 'open') return invitation.status;
  return Date.parse(now) < Date.parse(invitation.until) ? 'open' : 'expired';
}
