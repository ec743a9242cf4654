import { never, refuse, type Decider } from '#platform/kernel';
import {
  SignInApproved,
  SignInAsked,
  SignInRefused,
  SignInWithdrawn,
  type IdentityEvent,
} from '../../contract/index.js';
import type { ApproveSignIn, IdentityCommand, LetInInvited } from './identity.commands.js';
import type { Identity } from './identity.state.js';

export type IdentityRule =
  | 'ASKED_AGAIN_TOO_SOON'
  | 'SIGN_IN_NOT_WAITING'
  | 'SIGN_IN_APPROVED_FOR_ANOTHER'
  | 'PERSON_HOLDS_NO_ROLE'
  | 'SIGN_IN_NOT_APPROVED';

/**
 * One stream per municipality and identity (issuer and subject). An identity signs in as at most one person of a
 * municipality, and only after its coordinator has said who it is or it has used that person's invitation.
 */
export const identity: Decider<Identity, IdentityCommand, IdentityEvent, IdentityRule> = {
  initialState: { status: 'unknown' },
  decide,
  evolve,
};

function decide(command: IdentityCommand, state: Identity) {
  const { on } = command;
  switch (command.type) {
    case 'AskSignIn':
      if (state.status === 'refused' && state.on >= on) return refuse('ASKED_AGAIN_TOO_SOON');
      return state.status === 'waiting' || state.status === 'approved' ? [] : [SignInAsked({ on })];
    case 'ApproveSignIn':
      return approve(command, state);
    case 'RefuseSignIn':
      return state.status === 'waiting' ? [SignInRefused({ on })] : refuse('SIGN_IN_NOT_WAITING');
    case 'LetInInvited':
      return letIn(command, state) ?? [SignInApproved({ personId: command.personId, on })];
    case 'WithdrawSignIn':
      if (state.status !== 'approved') return refuse('SIGN_IN_NOT_APPROVED');
      return [SignInWithdrawn({ personId: state.personId, on })];
    default:
      return never(command);
  }
}

/** The answer about an identity that is let in already; undefined for any other. */
function letIn({ personId }: Pick<LetInInvited, 'personId'>, state: Identity) {
  if (state.status !== 'approved') return undefined;
  return state.personId === personId ? [] : refuse('SIGN_IN_APPROVED_FOR_ANOTHER', 'personId');
}

function approve({ personId, holdsRole, on }: ApproveSignIn, state: Identity) {
  const known = letIn({ personId }, state);
  if (known) return known;
  if (state.status !== 'waiting') return refuse('SIGN_IN_NOT_WAITING');
  return holdsRole ? [SignInApproved({ personId, on })] : refuse('PERSON_HOLDS_NO_ROLE', 'personId');
}

/**
 * After a merger a stream has the events of two municipalities, one after the other. An approval in the first stays until
 * it is withdrawn for the same person: what the second knew of the identity takes nothing away.
 */
function evolve(state: Identity, event: IdentityEvent): Identity {
  if (state.status === 'approved')
    return event.type === 'sign-in.SignInWithdrawn' && event.data.personId === state.personId
      ? { status: 'unknown' }
      : state;
  switch (event.type) {
    case 'sign-in.SignInAsked':
      return { status: 'waiting' };
    case 'sign-in.SignInApproved':
      return { status: 'approved', personId: event.data.personId };
    case 'sign-in.SignInRefused':
      return { status: 'refused', on: event.data.on };
    case 'sign-in.SignInWithdrawn':
      return state;
    default:
      return never(event);
  }
}
