import type { CalendarDate, Decider, PersonId } from '#platform/kernel';
import { SignedOutByOther, type SignOutEvent } from '../../contract/index.js';

/** Signs a person out everywhere, by somebody else. */
export interface SignOutPerson {
  readonly type: 'SignOutPerson';
  readonly personId: PersonId;
  readonly on: CalendarDate;
}

/** One stream per person: the record of who signed them out, and when. Each time is one event. */
export const signOut: Decider<null, SignOutPerson, SignOutEvent, never> = {
  initialState: null,
  decide: ({ personId, on }) => [SignedOutByOther({ personId, on })],
  evolve: (state) => state,
};
