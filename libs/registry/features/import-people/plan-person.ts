import { isSame, type CalendarDate } from '#platform/kernel';
import type { Role } from '#platform/identity';
import { isHeld, type HeldRole, type PersonDetails, type PhoneNumber, type RolePlace } from '../../contract/index.js';
import type { Person } from '../../domain/person/person.state.js';
import type { ImportChange } from '../imports/import-report.js';
import type { PersonLine } from './parse-people.js';

/** A line whose role has found its place. */
export interface PlacedLine extends PersonLine {
  readonly place: RolePlace;
  /** The place's name; null for a role in the whole municipality. */
  readonly placeName: string | null;
}
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
  /** In the order in which they are carried out; none where the person is as the file says. */
  readonly steps: readonly PersonStep[];
  readonly changes: readonly ImportChange[];
}

/**
 * What the lines of one person ask for; pure. The first line says who they are, and what it says nothing of stays as it is.
 * A role that is held is left alone, and ended where the file tells its last day.
 */
export function planPerson(lines: readonly PlacedLine[], known: Person, today: CalendarDate): PlannedPerson {
  const [first] = lines;
  if (!first) throw new Error('A person has at least one line');
  const before = known.status === 'registered' ? known.details : undefined;
  const details: PersonDetails = {
    name: first.name,
    email: first.email ?? before?.email ?? null,
    title: first.title ?? before?.title ?? null,
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
  if (first.phone !== null && first.phone !== phone) {
    steps.push({ ...at(first), what: 'phone', phone: first.phone });
    changes.push({ field: 'phone', before: phone, after: first.phone, at: null });
  }
  const roles: (Omit<HeldRole, 'roleId'> & { readonly roleId?: string })[] =
    known.status === 'registered' ? [...known.roles] : [];
  for (const line of lines) {
    if (line.role === null) continue;
    const { role, from, to } = line.role;
    const held = roles.find((it) => isTheRole(it, role, line.place, from, today));
    if (!held) {
      const given = { ...line.place, role, from: from ?? today, to };
      roles.push(given);
      steps.push({ ...at(line), what: 'give', given });
      changes.push({ field: 'role', before: null, after: role, at: line.placeName });
    } else if (to !== null && held.to !== to && held.roleId !== undefined) {
      steps.push({ ...at(line), what: 'end', roleId: held.roleId, on: to });
      changes.push({ field: 'role-ends', before: held.to, after: to, at: line.placeName });
    }
  }
  return { name: details.name, isNew: !before, steps, changes };
}

const isTheRole = (
  it: Pick<HeldRole, 'role' | 'unitId' | 'serviceId' | 'serviceUnitId' | 'from' | 'to'>,
  role: Role,
  place: RolePlace,
  from: CalendarDate | null,
  today: CalendarDate,
): boolean =>
  it.role === role &&
  it.unitId === place.unitId &&
  it.serviceId === place.serviceId &&
  it.serviceUnitId === place.serviceUnitId &&
  (from === null ? isHeld(it, today) : it.from === from);
