import { never, refuse, type Decider } from '#platform/kernel';
import { InvitationAccepted, InvitationRevoked, PersonInvited, type InvitationEvent } from '../../contract/index.js';
import type { AcceptInvitation, InvitationCommand } from './invitation.commands.js';
import { stateOfLink, type Invitation } from './invitation.state.js';

export type InvitationRule =
  | 'PERSON_HOLDS_NO_ROLE'
  | 'INVITATION_UNKNOWN'
  | 'INVITATION_USED'
  | 'INVITATION_EXPIRED'
  | 'INVITATION_REVOKED'
  | 'INVITATION_NOT_OPEN'
  | 'SIGN_IN_APPROVED_FOR_ANOTHER';

/**
 * One stream per person. The last invitation alone is valid; it lets in the first identity that comes by its link, and no
 * other.
 */
export const invitation: Decider<Invitation, InvitationCommand, InvitationEvent, InvitationRule> = {
  initialState: { status: 'none' },
  decide,
  evolve,
};

function decide(command: InvitationCommand, state: Invitation) {
  switch (command.type) {
    case 'InvitePerson': {
      const { type: _, holdsRole, ...invited } = command;
      return holdsRole ? [PersonInvited(invited)] : refuse('PERSON_HOLDS_NO_ROLE', 'personId');
    }
    case 'AcceptInvitation':
      return accept(command, state);
    case 'RevokeInvitation':
      if (state.status !== 'open') return refuse('INVITATION_NOT_OPEN');
      return [InvitationRevoked({ personId: state.personId, on: command.on })];
    default:
      return never(command);
  }
}

const REFUSED = {
  unknown: 'INVITATION_UNKNOWN',
  used: 'INVITATION_USED',
  expired: 'INVITATION_EXPIRED',
  revoked: 'INVITATION_REVOKED',
} as const;

function accept({ digest, identityId, holdsRole, isAnothers, now, on }: AcceptInvitation, state: Invitation) {
  const found = stateOfLink(state, digest, now);
  if (state.status === 'used' && found === 'used' && state.identityId === identityId) return [];
  if (found !== 'open' || state.status === 'none') return refuse(REFUSED[found === 'open' ? 'unknown' : found]);
  if (!holdsRole) return refuse('PERSON_HOLDS_NO_ROLE');
  if (isAnothers) return refuse('SIGN_IN_APPROVED_FOR_ANOTHER');
  return [InvitationAccepted({ personId: state.personId, identityId, on })];
}

function evolve(state: Invitation, event: InvitationEvent): Invitation {
  if (event.type === 'sign-in.PersonInvited') {
    const { personId, digest, until } = event.data;
    return { status: 'open', personId, digest, until };
  }
  if (state.status === 'none') return state;
  const { personId, digest } = state;
  switch (event.type) {
    case 'sign-in.InvitationAccepted':
      return { status: 'used', personId, digest, identityId: event.data.identityId };
    case 'sign-in.InvitationRevoked':
      return { status: 'revoked', personId, digest };
    default:
      return never(event);
  }
}
