import { addMonths, monthOf, schoolYearOf, type CalendarDate, type SchoolYear } from '#platform/kernel';
import {
  hostOn,
  isClosedOn,
  isMandatoryMonth,
  isObligedApartFromClosures,
  UnitKind,
  type PersonDto,
  type SchoolCalendarDto,
  type ServiceDto,
  type Settings,
  type SetupStep,
  type UnitDto,
} from '#registry/contract';

/** Steps before a municipality's first meeting, in the order in which they are done. */
export const READINESS_STEPS = [
  'details',
  'units',
  'services',
  'leaders',
  'service-people',
  'standing',
  'serving',
  'calendar',
  'settings',
  'plan',
] as const;
export type ReadinessStep = (typeof READINESS_STEPS)[number];

/** A unit or a service that a step is not done for. */
export interface LackingPlace {
  readonly kind: 'unit' | 'service';
  readonly id: string;
  readonly name: string;
}
export interface StepReadiness {
  readonly step: ReadinessStep;
  /** Number of units, services or kinds of unit that the step is done for one by one; otherwise 1. */
  readonly of: number;
  /** Number of those that it is not done for; 0 where it waits. */
  readonly missing: number;
  /** By name; empty for a step that is not done place by place. */
  readonly lacking: readonly LackingPlace[];
  /** The step that this one cannot begin before; null for none. */
  readonly waitsFor: ReadinessStep | null;
}

export interface ReadinessFacts {
  readonly today: CalendarDate;
  readonly confirmed: readonly SetupStep[];
  readonly units: readonly UnitDto[];
  readonly services: readonly ServiceDto[];
  readonly people: readonly PersonDto[];
  /** The school year that is prepared (`yearToPrepare`). */
  readonly schoolYear: SchoolYear;
  readonly calendars: readonly SchoolCalendarDto[];
  /** Units that have meetings of their own to plan in the months to come of that year. */
  readonly unitsToPlan: ReadonlySet<string>;
  /** Units with a meeting in that year that is not cancelled. */
  readonly plannedUnits: ReadonlySet<string>;
}

/** True when nothing is missing, and nothing waits. */
export const isStepDone = ({ missing, waitsFor }: Pick<StepReadiness, 'missing' | 'waitsFor'>): boolean =>
  missing === 0 && waitsFor === null;

/**
 * The school year that a municipality prepares: that of the first mandatory month after today's, so that nobody is asked
 * to plan a year in its last month.
 */
export function yearToPrepare(today: CalendarDate, settings: Settings): SchoolYear {
  const months = Array.from({ length: 12 }, (_, i) => addMonths(monthOf(today), i + 1));
  const next = months.find((month) => UnitKind.options.some((kind) => isMandatoryMonth(kind, month, settings)));
  return schoolYearOf(next ?? today);
}

/** Says of every step how much of it is missing. */
export function readinessOf(facts: ReadinessFacts): readonly StepReadiness[] {
  const { today, units, services, calendars, schoolYear } = facts;
  const open = units.filter(({ closures }) => !isClosedOn(closures, today));
  const meeting = open.filter((unit) => isObligedApartFromClosures(unit, today));
  const hosts = meeting.filter((unit) => hostOn(unit, today) === null);
  const served = services.filter(({ closures }) => !isClosedOn(closures, today));
  const roles = facts.people.flatMap((person) => person.roles).filter(({ to }) => to === null || to >= today);
  const led = new Set(roles.flatMap(({ role, unitId }) => (role === 'unit-leader' ? [unitId] : [])));
  const staffed = new Set(roles.flatMap(({ role, serviceId }) => (role === 'service-member' ? [serviceId] : [])));
  const kinds = UnitKind.options.filter((kind) => meeting.some((unit) => unit.kind === kind));
  const withCalendar = kinds.filter((kind) =>
    calendars.some((calendar) => calendar.kind === kind && calendar.schoolYear === schoolYear),
  );
  const hasUnits = open.length > 0;
  const needsUnits = hasUnits ? null : 'units';
  const needsServices = served.length > 0 ? null : 'services';
  const once = (step: ReadinessStep, isDone: boolean): StepReadiness => ({
    step,
    of: 1,
    missing: isDone ? 0 : 1,
    lacking: [],
    waitsFor: null,
  });
  const each = (
    step: ReadinessStep,
    all: readonly LackingPlace[],
    isDone: (id: string) => boolean,
    waitsFor: ReadinessStep | null,
  ): StepReadiness => {
    const lacking = waitsFor === null ? all.filter(({ id }) => !isDone(id)) : [];
    return { step, of: all.length, missing: lacking.length, lacking, waitsFor };
  };
  const standing = new Set(hosts.filter((unit) => unit.standing.length > 0).map(({ unitId }) => unitId));
  const assigned = new Set(hosts.filter((unit) => unit.services.length > 0).map(({ unitId }) => unitId));
  return [
    once('details', facts.confirmed.includes('details')),
    once('units', hasUnits),
    once('services', served.length > 0),
    each('leaders', meeting.map(unitPlace), (id) => led.has(id), needsUnits),
    each('service-people', served.map(servicePlace), (id) => staffed.has(id), needsServices),
    each('standing', hosts.map(unitPlace), (id) => standing.has(id), needsUnits),
    each('serving', hosts.map(unitPlace), (id) => assigned.has(id), needsUnits ?? needsServices),
    {
      step: 'calendar',
      of: kinds.length,
      missing: kinds.length - withCalendar.length,
      lacking: [],
      waitsFor: needsUnits,
    },
    once('settings', facts.confirmed.includes('settings')),
    each(
      'plan',
      hosts.filter(({ unitId }) => facts.unitsToPlan.has(unitId)).map(unitPlace),
      (id) => facts.plannedUnits.has(id),
      needsUnits,
    ),
  ];
}

const unitPlace = ({ unitId, name }: UnitDto): LackingPlace => ({ kind: 'unit', id: unitId, name });
const servicePlace = ({ serviceId, name }: ServiceDto): LackingPlace => ({ kind: 'service', id: serviceId, name });
