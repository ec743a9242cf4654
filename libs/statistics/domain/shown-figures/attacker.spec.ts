import { describe, expect, test } from '@jest/globals';
import { ENOUGH_MEMBERS, faceOf, KEYS, knownOn, randomActions, smallNumbers, type Known } from './attacked.examples.js';
import { attacker, TWO_YEARS, ONE_YEAR, type PeriodName } from './attacker.examples.js';
import { day, factsOf } from './children.examples.js';
import { INSIDE, PUBLIC, type Thresholds } from './index.js';

// An attacker who sees every division of school years and of their autumns, inside the administration and published, and
// knows what the figures count, bounds what is hidden: by many municipalities of small units.

const facesOf = (known: Known) => {
  const faces = (of: Thresholds) =>
    (Object.keys(known) as PeriodName[]).map((name) => [name, faceOf(known, name, of)] as const);
  return { known, inside: faces(INSIDE), outside: faces(PUBLIC) };
};
const seeds = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

const ofOneYear = seeds(8).map((seed) => {
  const facts = factsOf(randomActions(seed), ENOUGH_MEMBERS);
  return { seed, ...facesOf({ autumn: facts, year: facts }) };
});

/** Each period as it was known on its final day. In the last two, one year would tell the other without ADR 0364. */
const ofTwoYears = [1, 2, 6, 8].map((seed) => {
  const actions = randomActions(100 + seed, [2024, 2025]);
  const on = (text: string) => factsOf(knownOn(actions, day(text)), ENOUGH_MEMBERS, day(text));
  const known = {
    'autumn before': on('2025-01-30'),
    'year before': on('2025-08-30'),
    autumn: on('2026-01-30'),
    year: on('2026-08-30'),
  };
  return { seed, ...facesOf(known) };
});

describe.each([
  ['of the administration, who sees publications too', INSIDE.whole],
  ['outside', PUBLIC.whole],
])('an attacker %s', (_, kOfWhole) => {
  const narrowedIn = ({ known, inside, outside }: ReturnType<typeof facesOf>, years: typeof ONE_YEAR) => {
    const bounds = attacker(kOfWhole === INSIDE.whole ? [...inside, ...outside] : outside, KEYS, years);
    const small = smallNumbers(known, kOfWhole);
    expect(small.length).toBeGreaterThan(0);
    return small.filter(({ number, k }) => bounds.values(number, 200, k - 1) < k - 1);
  };

  test.each(ofOneYear)('leaves each small number k − 1 values in municipality $seed', (municipality) => {
    expect(narrowedIn(municipality, ONE_YEAR)).toEqual([]);
  });

  test.each(ofTwoYears)('leaves them in both school years of municipality $seed', (municipality) => {
    expect(narrowedIn(municipality, TWO_YEARS)).toEqual([]);
  });
});

test('the municipalities show something', () => {
  const whole = [...ofOneYear, ...ofTwoYears].flatMap(({ outside }) =>
    outside.flatMap(([, face]) => [...face.values()].flatMap((of) => [...of.values()])),
  );
  expect(whole.filter((it) => !('hidden' in it.whole)).length).toBeGreaterThan(100);
});
