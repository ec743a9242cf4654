import { isSame, never, type CalendarDate } from '#platform/kernel';
import type { Role } from '#platform/identity';
import type { PersonDetails, PhoneNumber, RolePlace } from '../../contract/index.js';
import type { Person } from '../../domain/person/person.state.js';
import type { BadLine } from '../imports/bad-line.js';
import type { ImportChange } from '../imports/import-report.js';
import type { PlacedLine } from './placed-line.js';
import { roleChangeOf, type RoleSoFar } from './role-change.js';

export interface RoleToGive extends RolePlace {
  readonly role: Role;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
}

/** One command on the person's stream, and the line it comes from. */
export type PersonStep = { readonly file: string; readonly line: number } & (
  | { readonly what: 'register' | 'change'; readonly details: PersonDetails }
  | { readonly what: 'phone'; readonly phone: PhoneNumber }
  | { readonly what: 'give'; readonly given: RoleToGive }
  | { readonly what: 'end'; readonly roleId: string; readonly on: CalendarDate }
);
export interface PlannedPerson {
  readonly name: string;
  readonly isNew: boolean;
  /** In order of execution; empty when the person already matches the file. */
  readonly steps: readonly PersonStep[];
  readonly changes: readonly ImportChange[];
  /** Lines with an invalid role. */
  readonly bad: readonly BadLine[];
}

/**
 * Commands for the lines of one person; pure. The first line gives the personal details; missing details are left
 * unchanged. A role already held stays as it is, and ends if the file gives its last day. The address comes from the
 * first line that has one.
 */
export function planPerson(lines: readonly PlacedLine[], known: Person, today: CalendarDate): PlannedPerson {
  const [first] = lines;
  if (!first) throw new Error('A person has at least one line');
  const before = known.status === 'registered' ? known.details : undefined;
  const details: PersonDetails = {
    name: first.name,
    email: lines.find(({ email }) => email !== null)?.email ?? before?.email ?? null,
    title: lines.find(({ title }) => title !== null)?.title ?? before?.title ?? null,
  };
  const steps: PersonStep[] = [];
  const changes: ImportChange[] = [];
  const at = ({ file, line }: PlacedLine) => ({ file, line });
  if (!before || !isSame(before, details)) {
    steps.push({ ...at(first), what: before ? 'change' : 'register', details });
    for (const field of ['name', 'email', 'title'] as const)
      if ((before?.[field] ?? null) !== details[field] && (before || field !== 'name'))
        changes.push({ field, before: before?.[field] ?? null, after: details[field], at: null });
  }
  const phone = known.status === 'registered' ? known.phone : null;
  const withPhone = lines.find((it) => it.phone !== null);
  if (withPhone?.phone && withPhone.phone !== phone) {
    steps.push({ ...at(withPhone), what: 'phone', phone: withPhone.phone });
    changes.push({ field: 'phone', before: phone, after: withPhone.phone, at: null });
  }
  const roles: RoleSoFar[] = known.status === 'registered' ? [...known.roles] : [];
  const bad: BadLine[] = [];
  for (const line of lines) {
    if (line.role === null) continue;
    const change = roleChangeOf(roles, line, today);
    switch (change.what) {
      case 'nothing':
        break;
      case 'bad':
        bad.push({ ...at(line), rule: change.rule });
        break;
      case 'give': {
        const given = { ...line.place, role: line.role.role, from: change.from, to: change.to };
        roles.push(given);
        steps.push({ ...at(line), what: 'give', given });
        changes.push({ field: 'role', before: null, after: given.role, at: line.placeName });
        break;
      }
      case 'end': {
        const { roleId, on, before: was } = change;
        roles.splice(0, roles.length, ...roles.map((it) => (it.roleId === roleId ? { ...it, to: on } : it)));
        steps.push({ ...at(line), what: 'end', roleId, on });
        changes.push({ field: 'role-ends', before: was, after: on, at: line.placeName });
        break;
      }
      default:
        never(change);
    }
  }
  return { name: details.name, isNew: !before, steps, changes, bad };
}
