import type { CalendarDate, PersonId } from '#platform/kernel';

/** Asks the coordinator to let the identity in. */
export interface AskSignIn {
  readonly type: 'AskSignIn';
  readonly on: CalendarDate;
}
/** Lets the identity sign in as the person. */
export interface ApproveSignIn {
  readonly type: 'ApproveSignIn';
  readonly personId: PersonId;
  /** Whether the person holds a role in the municipality today or later. */
  readonly holdsRole: boolean;
  readonly on: CalendarDate;
}
export interface RefuseSignIn {
  readonly type: 'RefuseSignIn';
  readonly on: CalendarDate;
}
/** Lets the identity sign in as the person whose invitation it has used. */
export interface LetInInvited {
  readonly type: 'LetInInvited';
  readonly personId: PersonId;
  readonly on: CalendarDate;
}
/** Ends an approval: the identity no longer signs in as the person. */
export interface WithdrawSignIn {
  readonly type: 'WithdrawSignIn';
  readonly on: CalendarDate;
}
export type IdentityCommand = AskSignIn | ApproveSignIn | RefuseSignIn | LetInInvited | WithdrawSignIn;
