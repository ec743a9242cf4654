import { refuse, type CalendarDate } from '#platform/kernel';
import {
  RoleEnded,
  RoleRevoked,
  SubstitutedRoleEnded,
  SubstitutionNoted,
  type HeldRole,
  type PersonEvent,
} from '../../contract/index.js';
import type { EndSubstitution, NoteSubstitution } from './person.commands.js';
import type { NotedSubstitution, Person } from './person.state.js';
import { covers, isSameRole, lastsBeyond, overlaps } from './role-place.js';

type Registered = Pick<Extract<Person, { status: 'registered' }>, 'roles' | 'substitutions'>;

/** A substitution whose role ended before it was noted is ended too. */
export function noteSubstitution(
  { type: _, from, to, ...noted }: NoteSubstitution,
  { roles, substitutions }: Registered,
): readonly PersonEvent[] {
  if (substitutions.some(({ roleId }) => roleId === noted.roleId)) return [];
  const isCovered = heldIn(noted, roles).some((role) => covers(role, { from, to }));
  return [SubstitutionNoted(noted), ...(isCovered ? [] : [ended([noted], roles)])];
}

/** Substitutions for roles that end earlier than before, with the periods in which these are held from now on. */
export function substitutedRoleEnded({ roles, substitutions }: Registered, after: readonly HeldRole[]): PersonEvent[] {
  const endsEarlier = (role: HeldRole) => {
    const to = after.find(({ roleId }) => roleId === role.roleId)?.to;
    return isOwn(role) && to !== undefined && to !== null && lastsBeyond(role, to);
  };
  const ending = roles.filter(endsEarlier);
  const concerned = substitutions.filter((noted) => ending.some((role) => isSameRole(role, noted)));
  return concerned.length === 0 ? [] : [ended(concerned, after)];
}

/** A substitution that is over stays as it was. No municipality relies on a substitute as its last coordinator (ADR 0359). */
export function endSubstitution({ roleId, heldByAbsent, today }: EndSubstitution, roles: readonly HeldRole[]) {
  const role = roles.find((held) => held.roleId === roleId);
  if (!role || role.to === null) return refuse('ROLE_UNKNOWN');
  if (role.to < today) return [];
  const lastDay = lastDayCovered({ from: role.from, to: role.to }, heldByAbsent);
  if (lastDay === null) return [RoleRevoked({ roleId, on: today })];
  return lastDay >= role.to ? [] : [RoleEnded({ roleId, on: lastDay })];
}

const isOwn = ({ standsInFor }: HeldRole): boolean => standsInFor === undefined;

const heldIn = (noted: Omit<NotedSubstitution, 'substituteId' | 'roleId'>, roles: readonly HeldRole[]) =>
  roles.filter((role) => isOwn(role) && isSameRole(role, noted));

const ended = (substitutions: readonly NotedSubstitution[], roles: readonly HeldRole[]): PersonEvent =>
  SubstitutedRoleEnded({
    substitutions: substitutions.map((noted) => ({
      substituteId: noted.substituteId,
      roleId: noted.roleId,
      held: heldIn(noted, roles).map(({ from, to }) => ({ from, to })),
    })),
  });

/** The last day of the period on which the person who is away holds the role; null when there is none. */
function lastDayCovered(
  period: { readonly from: CalendarDate; readonly to: CalendarDate },
  held: readonly Pick<HeldRole, 'from' | 'to'>[],
): CalendarDate | null {
  return held
    .filter((role) => overlaps(role, period))
    .reduce<CalendarDate | null>((last, { to }) => {
      const until = to === null || to > period.to ? period.to : to;
      return last === null || until > last ? until : last;
    }, null);
}
