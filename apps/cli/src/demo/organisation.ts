import type { z } from 'zod';
import type { ServiceKind, UnitKind } from '#registry/contract';
import { isOrganisationNumber, type CalendarDate } from '#platform/kernel';
import { AREAS, KINDERGARTENS, SCHOOLS } from './names.js';
import { demoPeopleOf, type DemoPeople } from './demo-people.js';
import type { DemoPerson, ServiceKey } from './people.js';
import { Random } from './random.js';

export type { DemoPerson, DemoRole, ServiceKey } from './people.js';

/** No municipality has a number from 99 up; the demo uses such a number. */
export const DEMO_MUNICIPALITY = '9901';
export const DEMO_NAME = 'Fjordvik kommune';
/** Name until the demo is complete; it identifies an interrupted demo. */
export const UNFINISHED_NAME = 'Fjordvik kommune (lages nå)';

export const SERVICES: Readonly<
  Record<ServiceKey, { name: string; kind: z.infer<typeof ServiceKind>; inBfe: boolean }>
> = {
  ppt: { name: 'Pedagogisk-psykologisk tjeneste (PPT)', kind: 'ppt', inBfe: true },
  health: { name: 'Helsestasjon og skolehelsetjeneste', kind: 'public-health-nurse', inBfe: true },
  therapy: { name: 'Fysio- og ergoterapitjenesten', kind: 'physiotherapy', inBfe: true },
  youth: { name: 'Ungdomstjenesten', kind: 'youth-service', inBfe: true },
  'child-welfare': { name: 'Barnevernstjenesten', kind: 'child-welfare', inBfe: false },
};

export interface DemoUnit {
  readonly id: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly ownership: 'public' | 'private';
  readonly children: number;
  readonly area: string;
  /** Reason why it need not meet; undefined when it must. */
  readonly exempt?: string;
  /** The unit that hosts its meeting. */
  readonly host?: string;
  readonly services: readonly {
    readonly service: ServiceKey;
    readonly contact: string;
    readonly mustAttend: boolean;
  }[];
  /** Probability of doing a duty on time, 0 to 1. */
  readonly discipline: number;
  /** First and last day, for a unit that opens or closes during a history. */
  readonly opens?: CalendarDate;
  readonly closes?: CalendarDate;
  /** Minutes after the usual times of day at which the unit acts. */
  readonly minutes?: number;
  readonly rule: { readonly nth: 1 | 2 | 3 | -1; readonly weekday: number; readonly startsAt: string };
}
export interface DemoOrganisation {
  readonly units: readonly DemoUnit[];
  readonly people: readonly DemoPerson[];
  readonly cast: DemoPeople;
  readonly begins: CalendarDate;
}
export interface DemoScale {
  readonly schools: number;
  readonly kindergartens: number;
  readonly schoolYears: number;
}
export const FULL_SCALE: DemoScale = { schools: SCHOOLS.length, kindergartens: KINDERGARTENS.length, schoolYears: 3 };

/**
 * The fictional municipality: units with their services, and people with their roles over time. Pure: seed in,
 * organisation out.
 */
export function organisationOf(
  seed: number,
  begins: CalendarDate,
  asOf: CalendarDate,
  scale: DemoScale = FULL_SCALE,
): DemoOrganisation {
  const named = [
    ...SCHOOLS.slice(0, scale.schools).map(([name, children]) => ({ name, children, kind: 'school' as const })),
    ...KINDERGARTENS.slice(0, scale.kindergartens).map(([name, children]) => ({
      name,
      children,
      kind: 'kindergarten' as const,
    })),
  ].map((unit, i) => ({ ...unit, id: organisationNumber(i + 1) }));
  const cast = demoPeopleOf(seed, named, begins, asOf);
  const units = named.map((unit, i): DemoUnit => {
    const random = Random.of(seed, 'unit', unit.id);
    const host = hostOf(unit.name, named);
    return {
      ...unit,
      ownership: /montessori|gårds|friluft|familie|Marihøna|Regnbuelia/.test(unit.name) ? 'private' : 'public',
      area: AREAS[i % AREAS.length]!,
      ...exemptionOf(unit.name),
      ...(host && { host }),
      services: servicesOf(unit.kind, i, random, cast),
      discipline: disciplineOf(i, random),
      rule: {
        nth: random.pick([1, 2, 3]),
        weekday: random.between(1, 5),
        startsAt: random.pick(['08:30', '09:00', '12:30', '13:00', '14:15']),
      },
    };
  });
  return { units, people: cast.people, cast, begins };
}

/** The kindergarten of a combined school and kindergarten (oppvekstsenter) takes part in its school's meeting. */
const hostOf = (name: string, units: readonly { name: string; id: string; kind: UnitKind }[]) =>
  name.endsWith('oppvekstsenter barnehage')
    ? units.find((unit) => unit.name.endsWith('oppvekstsenter skole'))?.id
    : undefined;

const exemptionOf = (name: string) =>
  /familiebarnehage|^Åpen/.test(name)
    ? { exempt: 'Familiebarnehager og åpne barnehager er fritatt som barnehagetype.' }
    : {};

/** Most units are reliable, some less so and a few unreliable: otherwise the coordinator's lists would be empty. */
function disciplineOf(index: number, random: Random): number {
  if (index % 11 === 4) return 0.35 + random.next() * 0.15;
  if (index % 5 === 2) return 0.7 + random.next() * 0.1;
  return 0.9 + random.next() * 0.1;
}

function servicesOf(kind: UnitKind, index: number, random: Random, cast: DemoPeople): DemoUnit['services'] {
  const serves = (service: ServiceKey, mustAttend: boolean) => ({
    service,
    contact: cast.staff[service][index % cast.staff[service].length]!,
    mustAttend,
  });
  return [
    serves('ppt', true),
    serves('health', true),
    serves('child-welfare', random.chance(0.5)),
    ...(kind === 'kindergarten' || random.chance(0.4) ? [serves('therapy', false)] : []),
    ...(kind === 'school' ? [serves('youth', false)] : []),
  ];
}

/**
 * The `n`th fictional organisation number: MOD-11 holds, but it begins with 1. The Central Coordinating Register only
 * assigns numbers that begin with 8 or 9, so it can never be a real unit's.
 */
export function organisationNumber(n: number): string {
  let found = 0;
  for (let stem = 10_000_000; ; stem += 7) {
    const number = Array.from({ length: 10 }, (_, check) => `${stem}${check}`).find(isOrganisationNumber);
    if (number !== undefined && (found += 1) === n) return number;
  }
}
