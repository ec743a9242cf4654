import { policy } from '#platform/policies';
import type { InvitationEvent } from '../contract/index.js';
import type { LetInInvited } from '../domain/identity/identity.commands.js';

/**
 * Lets in the identity that an invitation was used by. The sign-in does so itself, so that the person is in at once; this
 * does it where the process ended in between.
 */
export const letInIdentityWhenInvitationAccepted = policy<InvitationEvent>({
  name: 'let-in-identity-when-invitation-accepted',
  when: {
    'sign-in.InvitationAccepted': {
      react: ({ data: { identityId, personId, on } }) => [
        { to: 'identity', id: identityId, command: { type: 'LetInInvited', personId, on } satisfies LetInInvited },
      ],
    },
  },
});
