import { never, type Decider } from '#platform/kernel';
import { EverybodySignedOut, SignedOutByOther, type SignOutEvent } from '../../contract/index.js';
import type { SignOutCommand } from './sign-out.commands.js';
import type { SignOut } from './sign-out.state.js';

/**
 * One stream per person, and one for everybody of the municipality: the record of who signed them out, and when. Each
 * time is one event.
 */
export const signOut: Decider<SignOut, SignOutCommand, SignOutEvent, never> = {
  initialState: { everybodyOn: null },
  decide,
  evolve: (state, { type, data }) => (type === 'sign-in.EverybodySignedOut' ? { everybodyOn: data.on } : state),
};

function decide(command: SignOutCommand): readonly SignOutEvent[] {
  const { on } = command;
  switch (command.type) {
    case 'SignOutPerson':
      return [SignedOutByOther({ personId: command.personId, on })];
    case 'SignOutEverybody':
      return [EverybodySignedOut({ on })];
    default:
      return never(command);
  }
}
