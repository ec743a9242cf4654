import { Entity } from 'typeorm';
import { readModel, streamId } from '#platform/projections';
import type { CalendarDate } from '#platform/kernel';
import { lastDayOfRevoked, type HeldRole, type PersonEvent } from '#registry/contract';
import type { PersonFact } from '../contract/facts.js';
import { FactRow, remember } from './fact-row.js';

@Entity('statistics_person')
export class PersonFactRow extends FactRow<PersonFact> {}

const fold = remember<PersonFact, PersonFactRow>((row) => row);

const withLastDay = (person: PersonFact | undefined, roleId: string, to: CalendarDate): PersonFact | undefined =>
  person && { ...person, memberships: person.memberships.map((it) => (it.roleId === roleId ? { ...it, to } : it)) };

function withMembership(
  person: PersonFact | undefined,
  personId: string,
  { roleId, serviceId, from, to }: Pick<HeldRole, 'roleId' | 'serviceId' | 'from' | 'to'>,
): PersonFact | undefined {
  if (serviceId === null) return person;
  const others = person?.memberships.filter((it) => it.roleId !== roleId) ?? [];
  return { personId, memberships: [...others, { roleId, serviceId, from, to }] };
}

/** Members of services over time, by id only. */
export const personFacts = readModel<PersonFactRow, PersonEvent>({
  name: 'statistics-person',
  version: 2,
  entity: PersonFactRow,
  on: {
    'registry.RoleGiven': fold((person, event) => withMembership(person, streamId(event), event.data)),
    'registry.SubstituteRoleGiven': fold((person, event) => withMembership(person, streamId(event), event.data)),
    'registry.RoleEnded': fold((person, { data: { roleId, on } }) => withLastDay(person, roleId, on)),
    'registry.RoleRevoked': fold((person, { data: { roleId, on } }) =>
      withLastDay(person, roleId, lastDayOfRevoked(on)),
    ),
    'registry.PersonRegistered': 'ignored',
    'registry.PersonChanged': 'ignored',
    'registry.PersonPhoneSet': 'ignored',
    'registry.SubstitutionNoted': 'ignored',
    'registry.SubstitutedRoleEnded': 'ignored',
  },
});
