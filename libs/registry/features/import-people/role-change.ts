import { isSameRole, overlaps } from '../../domain/person/role-place.js';
import type { CalendarDate } from '#platform/kernel';
import type { HeldRole } from '../../contract/index.js';
import type { PlacedLine } from './placed-line.js';

/** A role that a person holds or, without an id, gets from an earlier line of the same import. */
export type RoleSoFar = Omit<HeldRole, 'roleId'> & { readonly roleId?: string };

/** Change requested by a line, given the person's roles. */
export type RoleChange =
  | { readonly what: 'nothing' }
  | { readonly what: 'give'; readonly from: CalendarDate; readonly to: CalendarDate | null }
  | { readonly what: 'end'; readonly roleId: string; readonly on: CalendarDate; readonly before: CalendarDate | null }
  | { readonly what: 'bad'; readonly rule: 'ROLE_OVERLAPS' | 'ROLE_IS_OVER' | 'DATE_WRONG' };

type RoleLine = Pick<PlacedLine, 'role' | 'place'>;

/**
 * The change for a line's role; pure. A role held on the line's first day is the same role, and only its last day may
 * change. Without a first day, the line refers to a role that is held or begins later. Therefore importing a file again
 * changes nothing.
 */
export function roleChangeOf(roles: readonly RoleSoFar[], line: RoleLine, today: CalendarDate): RoleChange {
  if (line.role === null) return { what: 'nothing' };
  const { role, from, to } = line.role;
  const same = roles.filter((it) => isSameRole(it, { ...line.place, role }));
  const meant = same.find((it) => isMeant(it, from, to, today));
  if (meant) return to === null || meant.to === to ? { what: 'nothing' } : lastDay(meant, same, to);
  const given = { from: from ?? today, to };
  if (to !== null && to < given.from) return { what: 'bad', rule: 'ROLE_IS_OVER' };
  const isInTheWay = same.some((it) => overlaps(it, { ...it, ...given }));
  return isInTheWay ? { what: 'bad', rule: 'ROLE_OVERLAPS' } : { what: 'give', ...given };
}

/** True when the person has the line's role already, whatever its last day. */
export const holdsAlready = (roles: readonly HeldRole[], line: RoleLine, today: string): boolean =>
  ['nothing', 'end'].includes(roleChangeOf(roles, line, today as CalendarDate).what);

function isMeant(it: RoleSoFar, from: CalendarDate | null, to: CalendarDate | null, today: CalendarDate): boolean {
  if (from === null) return it.to === null || it.to >= today || (to !== null && it.to === to);
  return it.from <= from && (it.to === null || it.to >= from);
}

function lastDay(role: RoleSoFar, same: readonly RoleSoFar[], on: CalendarDate): RoleChange {
  if (on < role.from) return { what: 'bad', rule: 'DATE_WRONG' };
  const isInTheWay = same.some((it) => it !== role && overlaps(it, { ...role, to: on }));
  // Two lines of one file give different last days for a role that is not given yet.
  if (isInTheWay || role.roleId === undefined) return { what: 'bad', rule: 'ROLE_OVERLAPS' };
  return { what: 'end', roleId: role.roleId, on, before: role.to };
}
