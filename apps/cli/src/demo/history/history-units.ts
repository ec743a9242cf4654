import { addDays, daysBetween, schoolYearOf, type CalendarDate } from '#platform/kernel';
import type { UnitDetails } from '#registry/contract';
import { AREAS } from '../names.js';
import type { DemoUnit } from '../organisation.js';
import type { ServiceKey } from '../people.js';
import { Random } from '../random.js';

/** A unit as a file of units gives it. */
export interface GivenUnit {
  readonly unitId: string;
  readonly details: UnitDetails;
}

/** A service of a unit in a period, with the post of its contact. */
export interface ServiceTerm {
  readonly service: ServiceKey;
  /** Number of the contact's post among those of the service. */
  readonly post: number;
  readonly mustAttend: boolean;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
}
export interface HistoryUnit extends DemoUnit {
  readonly serviceTerms: readonly ServiceTerm[];
  /** Exempt from a month of every school year; in every second one it meets all the same. */
  readonly oftenExempt: boolean;
  /** From this day the unit need not meet. */
  readonly notObligedFrom?: CalendarDate;
}

export interface Period {
  readonly begins: CalendarDate;
  readonly asOf: CalendarDate;
}

/** One unit in this many opens or closes during the history. */
const OPENS_EVERY = 14;
const CLOSES_EVERY = 14;
/** One unit in this many is exempt from a month of every year. */
const OFTEN_EXEMPT_EVERY = 24;
/** One unit in this many is exempted for good. */
const FREED_EVERY = 18;
/** Days before it at which an exemption for good is decided at the earliest. */
const AHEAD = 60;

/**
 * The units of a history, with when they open and close, and their services over time. Some kindergartens, such as
 * family kindergartens, need not meet; one small kindergarten joins the meetings of a small school.
 */
export function historyUnits(
  seed: number,
  given: readonly GivenUnit[],
  period: Period,
  posts: PostCounts,
): HistoryUnit[] {
  const pair = jointPair(given);
  const freedFrom = `${schoolYearOf(period.asOf)}-08-01` as CalendarDate;
  let places = 0;
  return given.map(({ unitId, details }, i): HistoryUnit => {
    const random = Random.of(seed, 'unit', unitId);
    const exempt = EXEMPT_BY_NAME.test(details.name);
    const place = exempt || unitId === pair?.guest || unitId === pair?.host ? undefined : places++;
    const changes = place === undefined || given.length < 4 ? {} : openingOrClosing(place, random, period);
    const oftenExempt = place !== undefined && place % OFTEN_EXEMPT_EVERY === Math.min(2, given.length - 1);
    const isFreed = place !== undefined && place % FREED_EVERY === 8 && freedFrom > addDays(period.begins, AHEAD);
    return {
      id: unitId,
      name: details.name,
      kind: details.kind,
      ownership: details.ownership === 'private' ? 'private' : 'public',
      children: details.children ?? random.between(25, 180),
      area: details.area ?? AREAS[i % AREAS.length]!,
      ...(exempt && { exempt: 'Familiebarnehager og åpne barnehager er fritatt som barnehagetype.' }),
      ...(unitId === pair?.guest && { host: pair.host }),
      ...changes,
      oftenExempt,
      ...(isFreed && { notObligedFrom: freedFrom }),
      services: [],
      serviceTerms: serviceTerms(i, details.kind, random, period, posts),
      discipline: disciplineOf(i, random),
      minutes: (i % 6) * 10,
      rule: {
        nth: random.pick([1, 2, 3]),
        weekday: random.between(1, 5),
        startsAt: random.pick(['08:30', '09:00', '12:30', '13:00', '14:15']),
      },
    };
  });
}

/** Number of posts of each service. */
export type PostCounts = Readonly<Record<ServiceKey, number>>;

const EXEMPT_BY_NAME = /familie ?-?barnehage|(?:^|\s)(?:åpen|åpne|open|opne)\s+barneha/i;

/** The smallest kindergarten and the smallest school meet together. */
function jointPair(given: readonly GivenUnit[]): { host: string; guest: string } | undefined {
  const smallest = (kind: UnitDetails['kind']) =>
    given
      .filter(({ details }) => details.kind === kind && !EXEMPT_BY_NAME.test(details.name))
      .toSorted(
        (a, b) => (a.details.children ?? 999) - (b.details.children ?? 999) || (a.unitId < b.unitId ? -1 : 1),
      )[0];
  const [host, guest] = [smallest('school'), smallest('kindergarten')];
  return host && guest && given.length > 2 ? { host: host.unitId, guest: guest.unitId } : undefined;
}

/** Some units open in August of a later year or in the middle of one, others close at its end or in the middle. */
function openingOrClosing(place: number, random: Random, { begins, asOf }: Period) {
  const middle = addDays(begins, Math.floor(daysBetween(begins, asOf) * (0.35 + random.next() * 0.4)));
  const inSummer = random.chance(0.5);
  if (place % OPENS_EVERY === 0) {
    const opens = `${schoolYearOf(middle)}-08-01` as CalendarDate;
    return { opens: inSummer && opens > addDays(begins, 100) ? opens : middle };
  }
  if (place % CLOSES_EVERY === 1) {
    const closes = `${schoolYearOf(middle)}-07-31` as CalendarDate;
    return { closes: inSummer && closes > addDays(begins, 200) ? closes : middle };
  }
  return {};
}

/** Most units are reliable, some less so and a few unreliable: otherwise the coordinator's lists would be empty. */
function disciplineOf(i: number, random: Random): number {
  if (i % 11 === 4) return 0.35 + random.next() * 0.15;
  if (i % 5 === 0) return 0.65 + random.next() * 0.15;
  return 0.9 + random.next() * 0.1;
}

function serviceTerms(
  i: number,
  kind: UnitDetails['kind'],
  random: Random,
  { begins, asOf }: Period,
  posts: PostCounts,
): ServiceTerm[] {
  const later = addDays(begins, Math.floor(daysBetween(begins, asOf) * (0.2 + random.next() * 0.6)));
  const post = (service: ServiceKey, shift = 0) => (i + shift) % posts[service];
  const always = (service: ServiceKey, mustAttend: boolean): ServiceTerm => ({
    service,
    post: post(service),
    mustAttend,
    from: begins,
    to: null,
  });
  /** From the day on the service has another contact, or its attendance becomes voluntary or obligatory. */
  const changed = (service: ServiceKey, mustAttend: boolean, shift: number, then = mustAttend): ServiceTerm[] => [
    { ...always(service, mustAttend), to: addDays(later, -1) },
    { ...always(service, then), post: post(service, shift), from: later },
  ];
  const childWelfare = random.chance(0.5);
  return [
    ...(i % 4 === 0 ? changed('ppt', true, 1) : [always('ppt', true)]),
    ...(i % 7 === 3 ? changed('health', true, 1) : [always('health', true)]),
    ...(i % 5 === 2
      ? changed('child-welfare', childWelfare, 0, !childWelfare)
      : [always('child-welfare', childWelfare)]),
    ...(kind === 'kindergarten' || random.chance(0.4) ? ending('therapy', i % 3 === 1) : []),
    ...(kind === 'school' ? ending('youth', i % 3 === 2) : []),
  ];

  function ending(service: ServiceKey, ends: boolean): ServiceTerm[] {
    return [{ ...always(service, false), ...(ends && { to: later }) }];
  }
}
