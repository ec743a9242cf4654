import { describe, expect, test } from '@jest/globals';
import type { AgeBand, MeetingFact } from '../../contract/index.js';
import { day, factsOf, many, YEAR } from './children.examples.js';
import { earlyFigures, finalFigures, INSIDE, latestFinalPeriod } from './index.js';

test.each([
  ['2026-08-30', '2025H2', '2026-01-30'],
  ['2026-08-31', '2025-2026', '2026-08-30'],
  ['2027-01-30', '2025-2026', '2026-08-30'],
  ['2027-01-31', '2026H2', '2027-01-30'],
  ['2027-08-02', '2026H2', '2027-01-30'],
])('on %s the latest period that is final is %s, as it was known on %s', (today, key, knownOn) => {
  expect(latestFinalPeriod(day(today))).toMatchObject({ period: { key }, knownOn });
});

/** Meeting `m`, in which so many anonymous matters of each age band were raised; matter `0-2 0` is the first of a band. */
const meetingWith = (numbers: Partial<Record<AgeBand, number>>): MeetingFact => ({
  ...{ meetingId: 'm', kind: 'ordinary', unitIds: ['a'], plannedOn: day('2025-08-01'), on: day('2026-04-01') },
  ...{ state: 'filed', plans: [{ from: day('2025-08-01'), on: day('2026-04-01') }], wasPostponed: false },
  protocol: {
    filedOn: day('2026-04-02'),
    corrections: 0,
    services: [],
    ageBands: Object.fromEntries(
      Object.entries(numbers).flatMap(([band, count]) =>
        Array.from({ length: count }, (_, i) => [`${band} ${i}`, band as AgeBand] as const),
      ),
    ),
    versions: [],
  },
});
const seen = (
  numbers: Partial<Record<AgeBand, number>>,
  actions: Parameters<typeof factsOf>[0] = [],
): ReturnType<typeof earlyFigures> => {
  const facts = factsOf(actions, { meetings: [meetingWith(numbers)] });
  return earlyFigures(finalFigures({ facts, period: YEAR }, 'age-band', INSIDE));
};

describe('matters about children under ten', () => {
  test('are the age bands under ten together, of all', () => {
    expect(seen({ '0-2': 6, '3-5': 7, '6-9': 8, '10-12': 9 }).mattersUnderTen).toEqual({ count: 21, of: 30 });
  });

  test('are all without the others, where small bands are hidden that the others tell together', () => {
    const numbers = { '0-2': 3, '3-5': 4, '6-9': 20, '10-12': 20, '13-15': 20 };
    expect(seen(numbers).mattersUnderTen).toEqual({ count: 27, of: 67 });
  });

  test('are hidden where bands on both sides are', () => {
    expect(seen({ '0-2': 20, '6-9': 2, '10-12': 2, '13-15': 20 }).mattersUnderTen).toBeNull();
  });

  test('are hidden with the whole', () => {
    expect(seen({ '0-2': 2 }).mattersUnderTen).toBeNull();
    expect(seen({}).mattersUnderTen).toBeNull();
  });
});

describe('resources for children under ten', () => {
  const paid = (count: number, matterId: string, nok: number) =>
    many('a', count, { matterId, resources: { nok, hours: null } });
  const ages = { '6-9': 9, '13-15': 9 } as const;

  test('are the share of no. 38', () => {
    expect(seen(ages, [...paid(10, '6-9 0', 300), ...paid(10, '13-15 0', 100)]).resourcesUnderTen).toBe(75);
  });

  test('are hidden where they are about few children', () => {
    expect(seen(ages, [...paid(2, '6-9 0', 300), ...paid(10, '13-15 0', 100)]).resourcesUnderTen).toBeNull();
    expect(seen(ages).resourcesUnderTen).toBeNull();
  });
});
