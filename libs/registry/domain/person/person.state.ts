import type { Role } from '#platform/identity/roles';
import type { PersonId } from '#platform/kernel';
import type { HeldRole, PersonDetails, PhoneNumber, RolePlace } from '../../contract/index.js';

/** A role in which another stands in for the person. */
export interface NotedSubstitution extends RolePlace {
  /** The role of the substitute. */
  readonly roleId: string;
  readonly substituteId: PersonId;
  readonly role: Role;
}

export type Person =
  | { readonly status: 'not-registered' }
  | {
      readonly status: 'registered';
      readonly details: PersonDetails;
      readonly phone: PhoneNumber | null;
      readonly roles: readonly HeldRole[];
      readonly substitutions: readonly NotedSubstitution[];
    };

/** The roles with this one's last day set. */
export const withEnd = (roles: readonly HeldRole[], roleId: string, to: HeldRole['to']): readonly HeldRole[] =>
  roles.map((role) => (role.roleId === roleId ? { ...role, to } : role));
