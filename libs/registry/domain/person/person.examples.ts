import { CalendarDate, PersonId, stableId, UnitId } from '#platform/kernel';
import { PersonRegistered, RoleEnded, RoleGiven, RoleRevoked, type PersonDetails } from '../../contract/index.js';
import type { EndRole, GiveRole } from './person.commands.js';

// A person, and roles by number, for the specifications.

export const personId = PersonId.parse('018f0c5e-0000-7000-8000-000000000001');
export const unitId = UnitId.parse('310000000');
export const demo: PersonDetails = { name: 'Person En', email: null, title: 'rektor' };
export const day = (text: string) => CalendarDate.parse(text);
export const roleIdOf = (n: number) => stableId('role', n);
export const leader = { role: 'unit-leader', unitId, serviceId: null, serviceUnitId: null } as const;
export const nowhere = { unitId: null, serviceId: null, serviceUnitId: null } as const;
export const role = (n: number, from: string, to: string | null, at: Partial<GiveRole> = {}) => ({
  ...leader,
  ...at,
  roleId: roleIdOf(n),
  from: day(from),
  to: to === null ? null : day(to),
});
export const end = (n: number, on: string, heldByOthers: EndRole['heldByOthers'] = []): EndRole => ({
  type: 'EndRole',
  roleId: roleIdOf(n),
  on: day(on),
  heldByOthers,
});
export const registered = PersonRegistered({ personId, ...demo });
export const given = (...args: Parameters<typeof role>) => RoleGiven(role(...args));
export const ended = (n: number, on: string) => RoleEnded({ roleId: roleIdOf(n), on: day(on) });
export const coordinator = { role: 'coordinator', ...nowhere } as const;
export const held = (from: string, to: string | null) => ({ from: day(from), to: to === null ? null : day(to) });
export const revoked = (n: number, on: string) => RoleRevoked({ roleId: roleIdOf(n), on: day(on) });
