import { describe, expect, test } from '@jest/globals';
import { addDays } from '#platform/kernel';
import {
  casesInside,
  dividedFigure,
  wholeFigure,
  type ActionFact,
  type Breakdown,
  type Case,
  type KnownFacts,
} from '../../contract/index.js';
import { numbersFrom } from '../protection/protection.examples.js';
import { ATTACKED, attacker, DIVISIONS, nameOf, toldBy, type Face, type PeriodName } from './attacker.examples.js';
import { action, day, factsOf, YEAR } from './children.examples.js';
import { autumnOf, finalFigures, INSIDE, PUBLIC, type Thresholds } from './index.js';

// An attacker who sees every division of a year and of its autumn, inside the administration and published, and knows what
// the figures count, bounds what is hidden: by many municipalities of small units.

const SERVICES = ['s', 't', 'u'];

/** A municipality of four units of which two are small. What happens to its actions happens seldom, half of the time, or mostly. */
function randomActions(seed: number): readonly ActionFact[] {
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
  return Object.entries(sizes).flatMap(([unitId, size]) =>
    Array.from({ length: size }, () => {
      const early = isEarly!();
      const from = day(early ? '2025-09-10' : '2026-02-10');
      const completed = isCompleted!();
      const dueOn = day(isOverdue!() ? '2026-04-01' : '2026-09-01');
      return action(unitId, {
        agreedOn: from,
        level: oneOf(['individual', 'individual', 'group', 'system']),
        category: oneOf(['guidance', 'guidance', 'referral', 'other']),
        approach: isMarked!() ? oneOf(['preventive', 'compensating']) : null,
        moves: isMoved!() ? 1 : 0,
        helpingServices: isHelped!() ? SERVICES : [],
        firstDueOn: dueOn,
        terms: [{ from, ownerId: 'p', ownerServiceId: oneOf(SERVICES), dueOn }],
        followUps: [{ dueOn: addDays(from, 30), doneOn: isFollowedUp!() ? addDays(from, 30) : null, meetingId: null }],
        ended: completed ? { on: addDays(from, 40), how: 'completed' } : null,
        effect:
          completed && isJudged!() ? { on: addDays(from, 60), effect: hasWorked!() ? 'worked' : 'did-not' } : null,
      });
    }),
  );
}

const periodNamed = (name: PeriodName) => (name === 'year' ? YEAR : autumnOf(YEAR)!);

function faceOf(facts: KnownFacts, name: PeriodName, thresholds: Thresholds): Face {
  const autumn = name === 'year' ? { facts, period: autumnOf(YEAR)! } : undefined;
  const figures = (by?: Breakdown) => finalFigures({ facts, period: periodNamed(name) }, by, thresholds, autumn);
  return new Map([undefined, ...DIVISIONS].map((by) => [by, figures(by)]));
}

/** What is true, by the names that the attacker gives to numbers. */
function truthOf(facts: KnownFacts, name: PeriodName, keys: ReadonlyMap<Breakdown, readonly string[]>) {
  const truth = new Map<string, number>();
  for (const indicator of ATTACKED) {
    const tell = (cases: readonly Case[], by?: Breakdown, key?: string) => {
      const inside = casesInside(indicator, cases);
      const counting = inside.filter(({ counts }) => counts).length;
      const [list, ...sides] = toldBy(indicator.id).map((what) => nameOf(name, what, by, key));
      truth.set(list!, inside.length);
      if (sides.length > 0) truth.set(sides[0]!, counting).set(sides[1]!, inside.length - counting);
    };
    tell(wholeFigure(indicator, facts, periodNamed(name), {}).cases);
    for (const by of DIVISIONS.filter((it) => indicator.by.includes(it))) {
      const parts = dividedFigure(indicator, facts, periodNamed(name), by, {});
      for (const key of keys.get(by)!) tell(parts.find((part) => part.key === key)?.cases ?? [], by, key);
    }
  }
  return truth;
}

const KEYS: ReadonlyMap<Breakdown, readonly string[]> = new Map<Breakdown, readonly string[]>([
  ['unit', ['a', 'b', 'c', 'd']],
  ['level', ['individual', 'group', 'system']],
  ['category', ['guidance', 'referral', 'other']],
  ['approach', ['preventive', 'compensating', 'none']],
  ['service', SERVICES],
]);
const EVERYBODY_MEMBERS = SERVICES.flatMap((serviceId) =>
  [1, 2, 3].map((i) => ({
    personId: `${serviceId}${i}`,
    memberships: [{ roleId: `${serviceId}${i}`, serviceId, from: day('2020-01-01'), to: null }],
  })),
);
const services = SERVICES.map((serviceId) => ({ serviceId, name: serviceId, serviceUnitId: null, closures: [] }));

const SEEDS = Array.from({ length: 8 }, (_, i) => i + 1);
const municipalities = SEEDS.map((seed) => {
  const facts = factsOf(randomActions(seed), { services, people: EVERYBODY_MEMBERS });
  const faces = (of: Thresholds) =>
    (['autumn', 'year'] as const).map((name) => [name, faceOf(facts, name, of)] as const);
  return { seed, facts, inside: faces(INSIDE), outside: faces(PUBLIC) };
});

describe.each([
  ['of the administration, who sees publications too', INSIDE.whole],
  ['outside', PUBLIC.whole],
])('an attacker %s', (_, kOfWhole) => {
  test.each(municipalities)(
    'leaves each small number k − 1 values in municipality $seed',
    ({ facts, inside, outside }) => {
      const seen = kOfWhole === INSIDE.whole ? [...inside, ...outside] : outside;
      const bounds = attacker(seen, KEYS);
      const told = (['autumn', 'year'] as const).flatMap((name) => [...truthOf(facts, name, KEYS)]);
      const small = told.flatMap(([number, value]) => {
        const k = number.split(' / ').length > 2 ? INSIDE.part : kOfWhole;
        return value > 0 && value < k ? [[number, value, k] as const] : [];
      });
      const narrowed = small.filter(([number, , k]) => bounds.values(number, 200, k - 1) < k - 1);
      expect(small.length).toBeGreaterThan(0);
      expect(narrowed).toEqual([]);
    },
  );
});

test('the municipalities show something', () => {
  const whole = municipalities.flatMap(({ outside }) =>
    outside.flatMap(([, face]) => [...face.values()].flatMap((of) => [...of.values()])),
  );
  expect(whole.filter((it) => !('hidden' in it.whole)).length).toBeGreaterThan(100);
});
