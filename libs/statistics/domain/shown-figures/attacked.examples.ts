import { addDays, type CalendarDate } from '#platform/kernel';
import {
  casesInside,
  dividedFigure,
  periodOf,
  wholeFigure,
  type ActionFact,
  type Breakdown,
  type Case,
  type KnownFacts,
  type Period,
} from '../../contract/index.js';
import { numbersFrom } from '../protection/protection.examples.js';
import { ATTACKED, DIVISIONS, nameOf, toldBy, type Face, type PeriodName } from './attacker.examples.js';
import { action, day } from './children.examples.js';
import { finalFigures, INSIDE, type FinalFacts, type Thresholds } from './index.js';

// Municipalities of small units that an attacker looks at, and what is true of them.

const SERVICES = ['s', 't', 'u'];
/** The keys of each division. */
export const KEYS: ReadonlyMap<Breakdown, readonly string[]> = new Map<Breakdown, readonly string[]>([
  ['unit', ['a', 'b', 'c', 'd']],
  ['level', ['individual', 'group', 'system']],
  ['category', ['guidance', 'referral', 'other']],
  ['approach', ['preventive', 'compensating', 'none']],
  ['service', SERVICES],
]);
/** Three services with three members each. */
export const ENOUGH_MEMBERS = {
  services: SERVICES.map((serviceId) => ({ serviceId, name: serviceId, serviceUnitId: null, closures: [] })),
  people: SERVICES.flatMap((serviceId) =>
    [1, 2, 3].map((i) => ({
      personId: `${serviceId}${i}`,
      memberships: [{ roleId: `${serviceId}${i}`, serviceId, from: day('2020-01-01'), to: null }],
    })),
  ),
};

const PERIOD: Readonly<Record<PeriodName, Period>> = {
  'autumn before': periodOf('2024H2')!,
  'year before': periodOf('2024-2025')!,
  autumn: periodOf('2025H2')!,
  year: periodOf('2025-2026')!,
};
/** The facts of each period that a reader sees. */
export type Known = Readonly<Partial<Record<PeriodName, KnownFacts>>>;

/** The figures of a period that a reader sees, and the numbers that an attacker is not to learn. */
export function faceOf(known: Known, name: PeriodName, thresholds: Thresholds): Face {
  const of = (which: PeriodName): FinalFacts => ({ facts: known[which]!, period: PERIOD[which] });
  const earlier = {
    autumn: name === 'year' ? of('autumn') : name === 'year before' ? of('autumn before') : undefined,
    before:
      known['year before'] && !name.endsWith('before')
        ? { year: of('year before'), autumn: of('autumn before') }
        : undefined,
  };
  const figures = (by?: Breakdown) => finalFigures(of(name), by, thresholds, earlier);
  return new Map([undefined, ...DIVISIONS].map((by) => [by, figures(by)]));
}

/** The true numbers of a period, by the names that the attacker gives them. */
function truthOf(facts: KnownFacts, name: PeriodName): ReadonlyMap<string, number> {
  const truth = new Map<string, number>();
  for (const indicator of ATTACKED) {
    const tell = (cases: readonly Case[], by?: Breakdown, key?: string) => {
      const inside = casesInside(indicator, cases);
      const counting = inside.filter(({ counts }) => counts).length;
      const [list, ...sides] = toldBy(indicator.id).map((what) => nameOf(name, what, by, key));
      truth.set(list!, inside.length);
      if (sides.length > 0) truth.set(sides[0]!, counting).set(sides[1]!, inside.length - counting);
    };
    tell(wholeFigure(indicator, facts, PERIOD[name], {}).cases);
    for (const by of DIVISIONS.filter((it) => indicator.by.includes(it))) {
      const parts = dividedFigure(indicator, facts, PERIOD[name], by, {});
      for (const key of KEYS.get(by)!) tell(parts.find((part) => part.key === key)?.cases ?? [], by, key);
    }
  }
  return truth;
}

/** Numbers that are too small to be told to a reader with this threshold of wholes, with the threshold of each. */
export function smallNumbers(known: Known, kOfWhole: number) {
  const told = Object.entries(known).flatMap(([name, facts]) => [...truthOf(facts, name as PeriodName)]);
  return told.flatMap(([number, value]) => {
    const k = number.split(' / ').length > 2 ? INSIDE.part : kOfWhole;
    return value > 0 && value < k ? [{ number, value, k }] : [];
  });
}

/**
 * A municipality of four units of which two are small. What happens to its actions happens seldom, half of the time, or
 * mostly; they are agreed in autumn or in spring of one of these school years.
 */
export function randomActions(seed: number, years: readonly number[] = [2025]): readonly ActionFact[] {
  const random = numbersFrom(seed * 7919);
  const oneOf = <T>(of: readonly T[]): T => of[random(of.length)]!;
  const often = () => {
    const percent = oneOf([4, 50, 96]);
    return () => random(100) < percent;
  };
  const [isEarly, isCompleted, isJudged, isMarked, isMoved, isOverdue, hasWorked, isHelped, isFollowedUp] = Array.from(
    { length: 9 },
    often,
  );
  const sizes = { a: 1 + random(7), b: 3 + random(12), c: 15 + random(30), d: 20 + random(40) };
  return years.flatMap((year) =>
    Object.entries(sizes).flatMap(([unitId, size]) =>
      Array.from({ length: size }, () => {
        const early = isEarly!();
        const from = day(early ? `${year}-09-10` : `${year + 1}-02-10`);
        const completed = isCompleted!();
        const dueOn = day(isOverdue!() ? `${year + 1}-04-01` : `${year + 1}-09-01`);
        // With several years, some are completed in a later one than they were agreed in.
        const completedOn = addDays(from, years.length > 1 ? oneOf([40, 220, 400]) : 40);
        return action(unitId, {
          agreedOn: from,
          level: oneOf(['individual', 'individual', 'group', 'system']),
          category: oneOf(['guidance', 'guidance', 'referral', 'other']),
          approach: isMarked!() ? oneOf(['preventive', 'compensating']) : null,
          moves: isMoved!() ? 1 : 0,
          helpingServices: isHelped!() ? SERVICES : [],
          firstDueOn: dueOn,
          terms: [{ from, ownerId: 'p', ownerServiceId: oneOf(SERVICES), dueOn }],
          followUps: [
            { dueOn: addDays(from, 30), doneOn: isFollowedUp!() ? addDays(from, 30) : null, meetingId: null },
          ],
          ended: completed ? { on: completedOn, how: 'completed' } : null,
          effect:
            completed && isJudged!()
              ? { on: addDays(completedOn, 20), effect: hasWorked!() ? 'worked' : 'did-not' }
              : null,
        });
      }),
    ),
  );
}

/** The facts of the actions as they were known on a day. */
export const knownOn = (actions: readonly ActionFact[], on: CalendarDate): readonly ActionFact[] =>
  actions
    .filter(({ agreedOn }) => agreedOn <= on)
    .map((it) => ({
      ...it,
      ended: it.ended && it.ended.on <= on ? it.ended : null,
      effect: it.effect && it.effect.on <= on ? it.effect : null,
    }));
