import { addDays, isRefused, isSame, never, refuse, type Decider, type Refused } from '#platform/kernel';
import {
  PersonChanged,
  PersonPhoneSet,
  PersonRegistered,
  RoleEnded,
  RoleGiven,
  RoleRevoked,
  SubstituteRoleGiven,
  lastDayOfRevoked,
  type HeldRole,
  type PersonEvent,
} from '../../contract/index.js';
import type { EndRole, GiveRole, GiveSubstituteRole, Leave, PersonCommand, RevokeRole } from './person.commands.js';
import { withEnd, type Person } from './person.state.js';
import { endSubstitution, noteSubstitution, substitutedRoleEnded } from './ending-substitutions.js';
import { isHeldFrom, isLastCoordinator, isOwnCoordinator } from './last-coordinator.js';
import { covers, isSameRole, lastsBeyond, misplaced, overlaps } from './role-place.js';

export type PersonRule =
  | 'NOT_FOUND'
  | 'PERSON_ALREADY_REGISTERED'
  | 'ROLE_PLACE_MISSING'
  | 'ROLE_PLACE_NOT_WANTED'
  | 'ROLE_PLACE_UNKNOWN'
  | 'ROLE_ENDS_BEFORE_IT_BEGINS'
  | 'ROLE_OVERLAPS'
  | 'LAST_COORDINATOR'
  | 'SUBSTITUTE_FOR_ONESELF'
  | 'SUBSTITUTE_WITHOUT_ROLE'
  | 'ROLE_UNKNOWN';

/** A person and the roles they hold over time (workflow § 3.5). */
export const person: Decider<Person, PersonCommand, PersonEvent, PersonRule> = {
  initialState: { status: 'not-registered' },
  decide,
  evolve,
};

function decide(command: PersonCommand, state: Person) {
  if (command.type === 'RegisterPerson') {
    const { type: _, personId, ...details } = command;
    if (state.status === 'not-registered') return [PersonRegistered({ personId, ...details })];
    return isSame(details, state.details) ? [] : refuse('PERSON_ALREADY_REGISTERED');
  }
  if (state.status === 'not-registered') return refuse('NOT_FOUND');
  switch (command.type) {
    case 'ChangePerson': {
      const { type: _, ...details } = command;
      return isSame(details, state.details) ? [] : [PersonChanged(details)];
    }
    case 'SetPhone':
      return command.phone === state.phone ? [] : [PersonPhoneSet({ phone: command.phone })];
    case 'GiveRole':
      return giveRole(command, state.roles);
    case 'GiveSubstituteRole':
      return giveSubstituteRole(command, state.roles);
    case 'NoteSubstitution':
      return noteSubstitution(command, state);
    case 'EndSubstitution':
      return endSubstitution(command, state.roles);
    case 'EndRole':
      return forSubstitutes(state, endRole(command, state.roles));
    case 'RevokeRole':
      return forSubstitutes(state, revokeRole(command, state.roles));
    case 'Leave':
      return forSubstitutes(state, leave(command, state.roles));
    default:
      return never(command);
  }
}

function giveRole({ type: _, placeIsOpen, ...given }: GiveRole, roles: readonly HeldRole[]) {
  const same = roles.filter((role) => isSameRole(role, given));
  if (same.some((role) => role.from === given.from && role.to === given.to)) return [];
  const wrong = misplaced(given.role, given);
  if (wrong)
    return 'missing' in wrong
      ? refuse('ROLE_PLACE_MISSING', wrong.missing)
      : refuse('ROLE_PLACE_NOT_WANTED', wrong.extra);
  if (!placeIsOpen) return refuse('ROLE_PLACE_UNKNOWN');
  if (given.to !== null && given.to < given.from) return refuse('ROLE_ENDS_BEFORE_IT_BEGINS', 'to');
  if (same.some((role) => overlaps(role, given))) return refuse('ROLE_OVERLAPS', 'from');
  return [RoleGiven(given)];
}

function giveSubstituteRole(
  { type: _, heldByAbsent, isAbsent, ...given }: GiveSubstituteRole,
  roles: readonly HeldRole[],
) {
  const same = roles.filter((role) => isSameRole(role, given));
  const isRepeated = (role: HeldRole) =>
    role.standsInFor === given.standsInFor && role.from === given.from && role.to === given.to;
  if (same.some(isRepeated)) return [];
  if (isAbsent) return refuse('SUBSTITUTE_FOR_ONESELF');
  if (given.to < given.from) return refuse('ROLE_ENDS_BEFORE_IT_BEGINS', 'to');
  if (!heldByAbsent.some((role) => covers(role, given))) return refuse('SUBSTITUTE_WITHOUT_ROLE');
  if (same.some((role) => overlaps(role, given))) return refuse('ROLE_OVERLAPS', 'from');
  return [SubstituteRoleGiven(given)];
}

function endRole({ roleId, on, heldByOthers }: EndRole, roles: readonly HeldRole[]) {
  const role = roles.find((held) => held.roleId === roleId);
  if (!role) return refuse('ROLE_UNKNOWN');
  if (role.to === on) return [];
  if (on < role.from) return refuse('ROLE_ENDS_BEFORE_IT_BEGINS', 'on');
  const endsEarlier = role.to === null || on < role.to;
  if (endsEarlier && isLastCoordinator(role, addDays(on, 1), heldByOthers, roles))
    return refuse('LAST_COORDINATOR', 'on');
  const ended = { ...role, to: on };
  const others = roles.filter((held) => held !== role && isSameRole(held, role));
  return others.some((held) => overlaps(held, ended)) ? refuse('ROLE_OVERLAPS', 'on') : [RoleEnded({ roleId, on })];
}

function revokeRole({ roleId, today, heldByOthers }: RevokeRole, roles: readonly HeldRole[]) {
  const role = roles.find((held) => held.roleId === roleId);
  if (!role) return refuse('ROLE_UNKNOWN');
  if (role.to !== null && role.to < today) return [];
  if (isLastCoordinator(role, today, heldByOthers, roles)) return refuse('LAST_COORDINATOR');
  return [RoleRevoked({ roleId, on: today })];
}

/** Roles held on the last day end with it; those that would begin later are withdrawn. */
function leave({ on, today, heldByOthers }: Leave, roles: readonly HeldRole[]) {
  const ending = roles.filter((role) => lastsBeyond(role, on));
  if (ending.some(({ from }) => from > on && from <= today)) return refuse('ROLE_ENDS_BEFORE_IT_BEGINS', 'on');
  const endsCoordinator = ending.some(isOwnCoordinator);
  if (endsCoordinator && !isHeldFrom(addDays(on, 1), heldByOthers)) return refuse('LAST_COORDINATOR', 'on');
  return ending.map(({ roleId, from }) => (from > on ? RoleRevoked({ roleId, on: today }) : RoleEnded({ roleId, on })));
}

/** Records in the same append as the end of roles which substitutions it concerns. */
function forSubstitutes(
  state: Extract<Person, { status: 'registered' }>,
  decided: readonly PersonEvent[] | Refused<PersonRule>,
): readonly PersonEvent[] | Refused<PersonRule> {
  if (isRefused(decided)) return decided;
  const after = decided.reduce<Person>(evolve, state);
  return after.status === 'registered' ? [...decided, ...substitutedRoleEnded(state, after.roles)] : decided;
}

function evolve(state: Person, event: PersonEvent): Person {
  if (event.type === 'registry.PersonRegistered') {
    const { personId: _, ...details } = event.data;
    return { status: 'registered', details, phone: null, roles: [], substitutions: [] };
  }
  if (state.status === 'not-registered') return state;
  switch (event.type) {
    case 'registry.PersonChanged':
      return { ...state, details: event.data };
    case 'registry.PersonPhoneSet':
      return { ...state, phone: event.data.phone };
    case 'registry.RoleGiven':
    case 'registry.SubstituteRoleGiven':
      return { ...state, roles: [...state.roles, event.data] };
    case 'registry.RoleEnded':
      return { ...state, roles: withEnd(state.roles, event.data.roleId, event.data.on) };
    case 'registry.RoleRevoked':
      return { ...state, roles: withEnd(state.roles, event.data.roleId, lastDayOfRevoked(event.data.on)) };
    case 'registry.SubstitutionNoted':
      return { ...state, substitutions: [...state.substitutions, event.data] };
    case 'registry.SubstitutedRoleEnded':
      return state;
    default:
      return never(event);
  }
}
