import type { Role } from '#platform/identity';
import type { CalendarDate } from '#platform/kernel';
import { isHeld, type HeldRole, type PersonDto, type ServiceDto, type UnitDto } from '#registry/contract';

/** One of the demo's people to sign in as. */
export interface Persona {
  readonly personId: string;
  readonly name: string;
  readonly title: string | null;
  readonly role: Role;
  /** Name of the unit or service of the role. */
  readonly place: string | null;
}

interface Place {
  readonly unitKind?: string;
  readonly serviceKind?: string;
}
/** One persona for each view of the system (workflow § 3.5), in display order. */
const WANTED: readonly ({ readonly role: Role } & Place)[] = [
  { role: 'coordinator' },
  { role: 'service-unit-leader' },
  { role: 'unit-leader', unitKind: 'school' },
  { role: 'unit-leader', unitKind: 'kindergarten' },
  { role: 'meeting-chair' },
  { role: 'service-member', serviceKind: 'ppt' },
  { role: 'service-member', serviceKind: 'public-health-nurse' },
  { role: 'service-member', serviceKind: 'child-welfare' },
  { role: 'teacher' },
  { role: 'director' },
  { role: 'elected' },
  { role: 'auditor' },
];

/** People the demo offers for sign-in today: the first of each kind by name, each person at most once. */
export function personasOf(
  people: readonly PersonDto[],
  units: readonly UnitDto[],
  services: readonly ServiceDto[],
  today: CalendarDate,
): readonly Persona[] {
  const unitOf = new Map(units.map((unit) => [unit.unitId, unit]));
  const serviceOf = new Map(services.map((service) => [service.serviceId, service]));
  const isAt = ({ unitId, serviceId }: HeldRole, { unitKind, serviceKind }: Place) =>
    (unitKind === undefined || unitOf.get(unitId ?? '')?.kind === unitKind) &&
    (serviceKind === undefined || serviceOf.get(serviceId ?? '')?.kind === serviceKind);
  const held = people
    .toSorted((a, b) => a.name.localeCompare(b.name, 'nb') || (a.personId < b.personId ? -1 : 1))
    .flatMap((person) => person.roles.filter((role) => isHeld(role, today)).map((role) => ({ person, role })));
  const chosen = new Map<string, Persona>();
  for (const wanted of WANTED) {
    const found = held.find(
      ({ person, role }) => role.role === wanted.role && isAt(role, wanted) && !chosen.has(person.personId),
    );
    if (!found) continue;
    const { personId, name, title } = found.person;
    const { role, unitId, serviceId } = found.role;
    const place = unitOf.get(unitId ?? '')?.name ?? serviceOf.get(serviceId ?? '')?.name ?? null;
    chosen.set(personId, { personId, name, title, role, place });
  }
  return [...chosen.values()];
}
