import type { Role } from '#platform/identity/roles';
import type { CalendarDate, PersonId } from '#platform/kernel';
import type { HeldRole, PersonDetails, PhoneNumber, RolePlace } from '../../contract/index.js';

export interface RegisterPerson extends PersonDetails {
  readonly type: 'RegisterPerson';
  readonly personId: PersonId;
}
export interface ChangePerson extends PersonDetails {
  readonly type: 'ChangePerson';
}
export interface SetPhone {
  readonly type: 'SetPhone';
  readonly phone: PhoneNumber | null;
}
export interface GiveRole extends RolePlace {
  readonly type: 'GiveRole';
  readonly roleId: string;
  readonly role: Role;
  readonly from: CalendarDate;
  /** Last day, if known. */
  readonly to: CalendarDate | null;
  /** True when the role has no place, or its place belongs to the municipality and is open. */
  readonly placeIsOpen: boolean;
}
/** Gives the role of a person who is away, for a time. */
export interface GiveSubstituteRole extends RolePlace {
  readonly type: 'GiveSubstituteRole';
  readonly roleId: string;
  readonly role: Role;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly standsInFor: PersonId;
  /** Periods in which the person who is away holds the role there, read beforehand. */
  readonly heldByAbsent: readonly Pick<HeldRole, 'from' | 'to'>[];
  /** True for oneself. */
  readonly isAbsent: boolean;
}
/** Notes on the stream of the person who is away that another stands in for them. */
export interface NoteSubstitution extends RolePlace {
  readonly type: 'NoteSubstitution';
  /** The role of the substitute. */
  readonly roleId: string;
  readonly substituteId: PersonId;
  readonly role: Role;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}
/** Ends a substitute's role with the role that it is for, where it would last longer. */
export interface EndSubstitution {
  readonly type: 'EndSubstitution';
  readonly roleId: string;
  /** Periods in which the person who is away holds the role. */
  readonly heldByAbsent: readonly Pick<HeldRole, 'from' | 'to'>[];
  readonly today: CalendarDate;
}
export interface EndRole {
  readonly type: 'EndRole';
  readonly roleId: string;
  /** The role's last day. */
  readonly on: CalendarDate;
  /** Periods in which others in the municipality hold the role, read beforehand. */
  readonly heldByOthers: readonly Pick<HeldRole, 'from' | 'to'>[];
}
export interface RevokeRole {
  readonly type: 'RevokeRole';
  readonly roleId: string;
  readonly today: CalendarDate;
  /** Periods in which others in the municipality hold the role, read beforehand. */
  readonly heldByOthers: readonly Pick<HeldRole, 'from' | 'to'>[];
}
/** The person leaves the municipality: every role ends. */
export interface Leave {
  readonly type: 'Leave';
  /** The last day at work. */
  readonly on: CalendarDate;
  readonly today: CalendarDate;
  /** Periods in which others in the municipality hold the coordinator's role, read beforehand. */
  readonly heldByOthers: readonly Pick<HeldRole, 'from' | 'to'>[];
}
export type PersonCommand =
  | RegisterPerson
  | ChangePerson
  | SetPhone
  | GiveRole
  | GiveSubstituteRole
  | NoteSubstitution
  | EndSubstitution
  | EndRole
  | RevokeRole
  | Leave;
