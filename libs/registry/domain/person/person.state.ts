import type { HeldRole, PersonDetails, PhoneNumber } from '../../contract/index.js';

export type Person =
  | { readonly status: 'not-registered' }
  | {
      readonly status: 'registered';
      readonly details: PersonDetails;
      readonly phone: PhoneNumber | null;
      readonly roles: readonly HeldRole[];
    };

/** The roles with this one's last day set. */
export const withEnd = (roles: readonly HeldRole[], roleId: string, to: HeldRole['to']): readonly HeldRole[] =>
  roles.map((role) => (role.roleId === roleId ? { ...role, to } : role));
