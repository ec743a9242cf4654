import { stableId, type CalendarDate, type PersonId, type ServiceUnitId } from '#platform/kernel';
import { personEvents, serviceUnitEvents, unitEvents, type HeldRole } from '#registry/contract';
import { MEN, SURNAMES, WOMEN } from '../demo/names.js';
import { made, type GeneratedEvent } from './log-generator.js';
import type { MadeUpUnit } from './made-up-units.js';

// People, services and names of a large municipality, all invented; any likeness is chance.

// prettier-ignore
const PLACES = [
  'Berg', 'Haugen', 'Hagen', 'Bakken', 'Moen', 'Solberg', 'Strand', 'Lund', 'Eide', 'Vik', 'Nygård', 'Aasen', 'Tveit',
  'Ødegård', 'Bråten', 'Fjeld', 'Løken', 'Brekke', 'Grønli', 'Holmen', 'Sandvik', 'Hovland', 'Fossum', 'Rustad',
] as const;
const SIDES = ['', 'Nordre ', 'Søndre ', 'Øvre ', 'Nedre ', 'Ytre '] as const;
const AREAS = ['Sentrum', 'Nord', 'Sør', 'Øst'] as const;
const SERVICES = ['PPT', 'Helsestasjon og skolehelsetjeneste', 'Barnevern'] as const;
/** Number of units per PPT adviser; these units cannot meet at the same hour. */
const UNITS_AN_ADVISER = 8;
const GIVEN = [...WOMEN, ...MEN];

const one = <T>(of: readonly T[], nr: number): T => of[nr % of.length]!;
const nameOfUnit = (nr: number, kind: string): string =>
  `${one(SIDES, Math.floor(nr / PLACES.length))}${one(PLACES, nr)} ${kind === 'school' ? 'skole' : 'barnehage'}`;
const nameOfPerson = (nr: number): string => `${one(GIVEN, nr * 7)} ${one(SURNAMES, nr * 5 + Math.floor(nr / 60))}`;

const SERVICE_UNIT = 'service-unit';
export const serviceLeaderOf = (seed: number): PersonId => stableId(seed, 'service-leader') as PersonId;
const adviserOf = (seed: number, { nr }: MadeUpUnit): PersonId =>
  stableId(seed, 'adviser', Math.floor(nr / UNITS_AN_ADVISER)) as PersonId;

/** The same event with names instead of numbers. */
export function named(unit: MadeUpUnit, generated: GeneratedEvent, seed: number): GeneratedEvent {
  const { type, data } = generated.event as { type: string; data: never };
  const say = <E extends { data: object }>(event: E, change: (was: E['data']) => object): GeneratedEvent['event'] =>
    ({ ...event, data: { ...event.data, ...change(event.data) } }) as never;
  const event = generated.event as never;
  switch (type) {
    case 'registry.UnitRegistered':
      return {
        ...generated,
        event: say(event as { data: { kind: string } }, ({ kind }) => ({
          name: nameOfUnit(unit.nr, kind),
          area: one(AREAS, unit.nr),
        })),
      };
    case 'registry.PersonRegistered': {
      const at = unit.people.indexOf((data as { personId: PersonId }).personId);
      return { ...generated, event: say(event, () => ({ name: nameOfPerson(unit.nr * 3 + at) })) };
    }
    case 'registry.ServiceRegistered': {
      const at = unit.serviceIds.indexOf((data as { serviceId: never }).serviceId);
      return {
        ...generated,
        event: say(event, () => ({ name: SERVICES[at], serviceUnitId: stableId(seed, SERVICE_UNIT) })),
      };
    }
    default:
      return generated;
  }
}

/** Roles that exist once: the services' leader with her services, and the coordinator. */
export function* leading(
  unit: MadeUpUnit,
  { coordinator, seed, from }: { coordinator: PersonId; seed: number; from: CalendarDate },
): Generator<GeneratedEvent> {
  const serviceUnitId = stableId(seed, SERVICE_UNIT) as ServiceUnitId;
  yield made(
    unit,
    `serviceunit-${serviceUnitId}`,
    serviceUnitEvents.ServiceUnitRegistered({ serviceUnitId, name: 'Barn, familie og helse' }),
    from,
  );
  yield* person(unit, serviceLeaderOf(seed), 'Synnøve Kommunesen', from, {
    role: 'service-unit-leader',
    serviceUnitId,
  });
  yield* person(unit, coordinator, 'Koordinator Kommunesen', from, { role: 'coordinator' });
}

/** The unit's standing participants, including the required PPT adviser, who serves other units too. */
export function* served(unit: MadeUpUnit, seed: number, from: CalendarDate): Generator<GeneratedEvent> {
  const contactId = adviserOf(seed, unit);
  const [ppt, ...others] = unit.serviceIds;
  if (unit.nr % UNITS_AN_ADVISER === 0)
    yield* person(unit, contactId, nameOfPerson(1_000 + unit.nr), from, { role: 'service-member', serviceId: ppt });
  const say = (event: GeneratedEvent['event']) => made(unit, `unit-${unit.unitId}`, event, from);
  yield say(unitEvents.ServiceAssigned({ serviceId: ppt, contactId, mustAttend: true }));
  for (const serviceId of others)
    yield say(unitEvents.ServiceAssigned({ serviceId, contactId: null, mustAttend: false }));
  const participants = unit.people.map((personId) => ({ personId, deputyId: null }));
  yield say(unitEvents.StandingParticipantsSet({ participants }));
}

function* person(
  unit: MadeUpUnit,
  personId: PersonId,
  name: string,
  from: CalendarDate,
  held: Pick<HeldRole, 'role'> & Partial<HeldRole>,
): Generator<GeneratedEvent> {
  const say = (event: GeneratedEvent['event']) => made(unit, `person-${personId}`, event, from);
  yield say(personEvents.PersonRegistered({ personId, name, email: null, title: null }));
  const nowhere = { unitId: null, serviceId: null, serviceUnitId: null };
  yield say(
    personEvents.RoleGiven({ ...nowhere, ...held, roleId: stableId(personId, 'role'), from, to: null } as never),
  );
}
