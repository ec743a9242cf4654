import { matchingItems } from '#platform/kernel/plain';
import type { Answer } from '../../api/reads.js';

export type Organisation = Answer<'/api/organisation'>;
export type OrganisationPerson = Organisation['people'][number];
export type Area = Organisation['areas'][number];
export type OrganisationUnit = Area['units'][number];
export type ServiceUnit = Organisation['serviceUnits'][number];
export type OrganisationService = ServiceUnit['services'][number];

const LEADERS: readonly OrganisationPerson['role'][] = ['director', 'service-unit-leader', 'unit-leader'];
export const isLeader = ({ role }: OrganisationPerson): boolean => LEADERS.includes(role);

/** The tree with leaders as its only people. */
export const leadersOf = (whole: Organisation): Organisation => mapPeople(whole, (people) => people.filter(isLeader));

/**
 * Keeps the places that a text finds: a place with that name has all that is in it, and other places have what matches
 * within them. Empty branches are left out. An empty text finds everything.
 */
export function matching(whole: Organisation, text: string): Organisation {
  if (text.trim() === '') return whole;
  // All names are compared together: a near match counts only where nothing matches better.
  const found = new Set<Named>(matchingItems(namedIn(whole), text, inWords));
  const ofPeople = (people: readonly OrganisationPerson[]) => people.filter((it) => found.has(it));
  const places = <T extends OrganisationUnit | OrganisationService>(of: readonly T[]): T[] =>
    of.flatMap((it) => {
      const people = ofPeople(it.people);
      return found.has(it) ? [it] : people.length > 0 ? [{ ...it, people }] : [];
    });
  return {
    ...whole,
    people: ofPeople(whole.people),
    areas: whole.areas.flatMap((it): readonly Area[] => {
      const units = places(it.units);
      return found.has(it) ? [it] : units.length > 0 ? [{ ...it, units }] : [];
    }),
    serviceUnits: whole.serviceUnits.flatMap((it): readonly ServiceUnit[] => {
      const [services, people] = [places(it.services), ofPeople(it.people)];
      return found.has(it) ? [it] : services.length + people.length > 0 ? [{ ...it, people, services }] : [];
    }),
  };
}

type Named = OrganisationPerson | OrganisationUnit | OrganisationService | ServiceUnit | Area;

const namedIn = ({ people, areas, serviceUnits }: Organisation): readonly Named[] => [
  ...people,
  ...areas.flatMap((area) => [area, ...area.units.flatMap((it) => [it, ...it.people])]),
  ...serviceUnits.flatMap((it) => [it, ...it.people, ...it.services.flatMap((led) => [led, ...led.people])]),
];

const inWords = (it: Named): string =>
  'area' in it ? (it.area ?? '') : 'title' in it ? `${it.name} ${it.title ?? ''}` : (it.name ?? '');

/** Numbers of what the tree shows; a person with several roles counts once. */
export function countsOf({ people, areas, serviceUnits }: Organisation) {
  const units = areas.flatMap((it) => it.units);
  const services = serviceUnits.flatMap((it) => it.services);
  const all = [people, ...units.map((it) => it.people), ...serviceUnits.map((it) => it.people)].concat(
    services.map((it) => it.people),
  );
  return {
    units: units.length,
    services: services.length,
    people: new Set(all.flat().map(({ personId }) => personId)).size,
  };
}

function mapPeople(
  whole: Organisation,
  change: (people: readonly OrganisationPerson[]) => readonly OrganisationPerson[],
): Organisation {
  const withPeople = <T extends { readonly people: readonly OrganisationPerson[] }>(it: T): T => ({
    ...it,
    people: change(it.people),
  });
  return {
    ...withPeople(whole),
    areas: whole.areas.map((it) => ({ ...it, units: it.units.map(withPeople) })),
    serviceUnits: whole.serviceUnits.map((it) => ({ ...withPeople(it), services: it.services.map(withPeople) })),
  };
}
