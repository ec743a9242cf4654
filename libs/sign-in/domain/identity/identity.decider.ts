import { never, refuse, type Decider } from '#platform/kernel';
import {
  SignInApproved,
  SignInAsked,
  SignInRefused,
  SignInWithdrawn,
  type IdentityEvent,
} from '../../contract/index.js';
import type { ApproveSignIn, IdentityCommand } from './identity.commands.js';
import type { Identity } from './identity.state.js';

export type IdentityRule =
  | 'ASKED_AGAIN_TOO_SOON'
  | 'SIGN_IN_NOT_WAITING'
  | 'SIGN_IN_APPROVED_FOR_ANOTHER'
  | 'PERSON_HOLDS_NO_ROLE'
  | 'SIGN_IN_NOT_APPROVED';

/**
 * One stream per municipality and identity (issuer and subject). An identity signs in as at most one person of a
 * municipality, and only after its coordinator has said who it is.
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
    case 'WithdrawSignIn':
      if (state.status !== 'approved') return refuse('SIGN_IN_NOT_APPROVED');
      return [SignInWithdrawn({ personId: state.personId, on })];
    default:
      return never(command);
  }
}

function approve({ personId, holdsRole, on }: ApproveSignIn, state: Identity) {
  if (state.status === 'approved')
    return state.personId === personId ? [] : refuse('SIGN_IN_APPROVED_FOR_ANOTHER', 'personId');
  if (state.status !== 'waiting') return refuse('SIGN_IN_NOT_WAITING');
  return holdsRole ? [SignInApproved({ personId, on })] : refuse('PERSON_HOLDS_NO_ROLE', 'personId');
}

function evolve(_: Identity, event: IdentityEvent): Identity {
  switch (event.type) {
    case 'sign-in.SignInAsked':
      return { status: 'waiting' };
    case 'sign-in.SignInApproved':
      return { status: 'approved', personId: event.data.personId };
    case 'sign-in.SignInRefused':
      return { status: 'refused', on: event.data.on };
    case 'sign-in.SignInWithdrawn':
      return { status: 'unknown' };
    default:
      return never(event);
  }
}
