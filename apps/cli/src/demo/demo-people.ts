import type { Role } from '#platform/identity';
import { addDays, schoolYearOf, type CalendarDate } from '#platform/kernel';
import type { UnitKind } from '#registry/contract';
import { mailOf, namesOf, phoneOf } from './invented-people.js';
import type { DemoPerson, DemoRole, ServiceKey } from './people.js';

interface NamedUnit {
  readonly id: string;
  readonly kind: UnitKind;
}

/** The demo's people by key; `people` includes those who have left. */
export interface DemoPeople {
  readonly people: readonly DemoPerson[];
  readonly coordinator: string;
  readonly bfeLeader: string;
  /** Leaders of each unit in order of their terms, by unit id. */
  readonly leaders: ReadonlyMap<string, readonly { readonly key: string; readonly from: CalendarDate }[]>;
  readonly chairs: ReadonlyMap<string, string>;
  readonly teachers: ReadonlyMap<string, readonly string[]>;
  /** People with a role in the service today. */
  readonly staff: Readonly<Record<ServiceKey, readonly string[]>>;
  /** People who left within the last weeks and whose actions have no new owner. */
  readonly leavers: readonly { readonly key: string; readonly service: ServiceKey; readonly lastDay: CalendarDate }[];
}

const STAFF: Readonly<Record<ServiceKey, { size: number; titles: readonly string[] }>> = {
  ppt: { size: 7, titles: ['PP-rådgiver', 'Logoped', 'Psykolog i PPT'] },
  health: { size: 8, titles: ['Helsesykepleier'] },
  therapy: { size: 5, titles: ['Fysioterapeut', 'Ergoterapeut'] },
  youth: { size: 3, titles: ['Ungdomskonsulent'] },
  'child-welfare': { size: 5, titles: ['Barnevernskonsulent'] },
};

/** About ninety people with their roles since the start of the demo. */
export function demoPeopleOf(
  seed: number,
  units: readonly NamedUnit[],
  begins: CalendarDate,
  asOf: CalendarDate,
): DemoPeople {
  const nameOf = namesOf(seed);
  const people: DemoPerson[] = [];
  const add = (key: string, title: string, ...roles: readonly DemoRole[]): string => {
    const name = nameOf();
    people.push({ key, name, email: mailOf(name), phone: phoneOf(people.length), title, roles });
    return key;
  };
  const always = (role: Role, where: Partial<DemoRole> = {}): DemoRole => ({ role, from: begins, to: null, ...where });

  const thisYear = `${schoolYearOf(asOf)}-08-01` as CalendarDate;
  add('coordinator-before', 'Koordinator for TFS', {
    ...always('coordinator'),
    to: addDays(`${schoolYearOf(asOf) - 1}-08-01` as CalendarDate, -1),
  });
  const coordinator = add('coordinator', 'Koordinator for TFS', always('coordinator'));
  const bfeLeader = add('bfe-leader', 'Virksomhetsleder BFE', always('service-unit-leader', { serviceUnit: true }));
  add('director', 'Direktør for oppvekst', always('director'));
  add('elected', 'Leder av oppvekstkomiteen', always('elected'));
  add('auditor', 'Internrevisor', always('auditor'));

  const leaders = new Map<string, { key: string; from: CalendarDate }[]>();
  const chairs = new Map<string, string>();
  const teachers = new Map<string, string[]>();
  units.forEach((unit, i) => {
    const title = unit.kind === 'school' ? 'Rektor' : 'Styrer';
    const leads = (from: CalendarDate, to: CalendarDate | null = null) =>
      always('unit-leader', { unit: unit.id, from, to });
    // A few units changed leader at the start of the last school year.
    if (i % 9 === 5)
      leaders.set(unit.id, [
        { key: add(`leader-before-${i + 1}`, title, leads(begins, addDays(thisYear, -1))), from: begins },
        { key: add(`leader-${i + 1}`, title, leads(thisYear)), from: thisYear },
      ]);
    else leaders.set(unit.id, [{ key: add(`leader-${i + 1}`, title, leads(begins)), from: begins }]);
    if (unit.kind === 'school' && i % 2 === 0)
      chairs.set(unit.id, add(`chair-${i + 1}`, 'Avdelingsleder', always('meeting-chair', { unit: unit.id })));
    if (unit.kind === 'school' || i % 4 === 0)
      teachers.set(unit.id, [
        add(
          `teacher-${i + 1}`,
          unit.kind === 'school' ? 'Kontaktlærer' : 'Pedagogisk leder',
          always('teacher', { unit: unit.id }),
        ),
      ]);
  });

  const staff = Object.fromEntries(
    Object.entries(STAFF).map(([service, { size, titles }]) => [
      service,
      Array.from({ length: size }, (_, i) =>
        add(
          `${service}-${i + 1}`,
          titles[i % titles.length]!,
          always('service-member', { service: service as ServiceKey }),
        ),
      ),
    ]),
  ) as unknown as DemoPeople['staff'];
  const leavers = (['ppt', 'health'] as const).map((service, i) => {
    const lastDay = addDays(asOf, -21 - 9 * i);
    const key = `${service}-left`;
    add(key, STAFF[service].titles[0]!, { ...always('service-member', { service }), to: lastDay });
    return { key, service, lastDay };
  });
  // A demo of few years leaves out those who had left before it begins.
  const known = people.filter(({ roles }) => roles.some(({ to }) => to === null || to >= begins));
  return { people: known, coordinator, bfeLeader, leaders, chairs, teachers, staff, leavers };
}
