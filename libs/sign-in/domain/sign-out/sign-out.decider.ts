import type { Decider } from '#platform/kernel';
import { SignedOutByOther, type SignOutEvent } from '../../contract/index.js';
import type { SignOutCommand } from './sign-out.commands.js';
import type { SignOut } from './sign-out.state.js';

/** One stream per person: the record of who signed them out, and when. Each time is one event. */
export const signOut: Decider<SignOut, SignOutCommand, SignOutEvent, never> = {
  initialState: null,
  decide: ({ personId, on }) => [SignedOutByOther({ personId, on })],
  evolve: (state) => state,
};
