import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Asker, Role } from '#platform/identity';
import { refuse, type CalendarDate, type Refused } from '#platform/kernel';
import {
  Directory,
  isClosedOn,
  isHeld,
  isOpenUnit,
  nameOn,
  placeOf,
  type PersonDto,
  type ServiceDto,
  type UnitDto,
} from '../../contract/index.js';
import type { OrganisationAnswer, OrganisationPerson } from './organisation.dto.js';

/** The organisation as a tree: municipality, areas and units; service units, services and their people (R11). */
export class ReadOrganisation extends Query<OrganisationAnswer | Refused> {
  constructor(readonly asker: Asker) {
    super();
  }
}

@QueryHandler(ReadOrganisation)
export class ReadOrganisationHandler implements IQueryHandler<ReadOrganisation> {
  constructor(private readonly directory: Directory) {}

  async execute({ asker: { tenant, today } }: ReadOrganisation): Promise<OrganisationAnswer | Refused> {
    const [municipality, units, services, serviceUnits, people] = await Promise.all([
      this.directory.municipality(tenant),
      this.directory.units(tenant),
      this.directory.services(tenant),
      this.directory.serviceUnits(tenant),
      this.directory.people(tenant),
    ]);
    if (!municipality) return refuse('NOT_FOUND');
    const at = peopleByPlace(people, today);
    const openUnits = units.filter((unit) => isOpenUnit(unit, today));
    const openServices = services.filter(({ closures }) => !isClosedOn(closures, today));
    const servicesOf = (serviceUnitId: string | null) =>
      openServices.filter((it) => it.serviceUnitId === serviceUnitId).map((it) => serviceAnswer(it, openUnits, at));
    const areas = [...new Set(openUnits.map(({ area }) => area))].toSorted(byArea);
    const answer = {
      name: nameOn(municipality, today),
      today,
      people: at(null),
      areas: areas.map((area) => ({
        area,
        units: openUnits
          .filter((unit) => unit.area === area)
          .map(({ unitId, name, kind }) => ({ unitId, name, kind, people: at(unitId) }))
          .toSorted(byName),
      })),
      serviceUnits: [
        ...serviceUnits
          .filter(({ closures }) => !isClosedOn(closures, today))
          .map(({ serviceUnitId, name }) => ({
            serviceUnitId,
            name,
            people: at(serviceUnitId),
            services: servicesOf(serviceUnitId).toSorted(byName),
          }))
          .toSorted(byName),
        { serviceUnitId: null, name: null, people: [], services: servicesOf(null).toSorted(byName) },
      ].filter(({ serviceUnitId, services: led }) => serviceUnitId !== null || led.length > 0),
    };
    // Ids in rows are those of events, which were checked when they were written.
    return answer as OrganisationAnswer;
  }
}

type PeopleAt = (place: string | null) => readonly OrganisationPerson[];

/** People by the place of their roles on the day; null for the whole municipality. */
function peopleByPlace(people: readonly PersonDto[], day: CalendarDate): PeopleAt {
  const byPlace = new Map<string | null, OrganisationPerson[]>();
  for (const { personId, name, title, roles } of people)
    for (const role of roles.filter((it) => isHeld(it, day))) {
      const there = byPlace.get(placeOf(role)) ?? [];
      there.push({ personId: personId as OrganisationPerson['personId'], name, title, role: role.role });
      byPlace.set(placeOf(role), there);
    }
  return (place) => (byPlace.get(place) ?? []).toSorted((a, b) => rank(a.role) - rank(b.role) || byName(a, b));
}

function serviceAnswer({ serviceId, name }: ServiceDto, units: readonly UnitDto[], at: PeopleAt) {
  const served = units.filter(({ services }) => services.some((it) => it.serviceId === serviceId));
  return { serviceId, name, units: served.length, people: at(serviceId) };
}

const LEADERS: readonly Role[] = ['director', 'coordinator', 'service-unit-leader', 'unit-leader', 'meeting-chair'];
const rank = (role: Role): number => (LEADERS.includes(role) ? LEADERS.indexOf(role) : LEADERS.length);

const collator = new Intl.Collator('nb');
const byName = (a: { readonly name: string | null }, b: { readonly name: string | null }): number =>
  collator.compare(a.name ?? '', b.name ?? '');
/** Units without an area come last. */
const byArea = (a: string | null, b: string | null): number =>
  a === null || b === null ? Number(a === null) - Number(b === null) : collator.compare(a, b);
