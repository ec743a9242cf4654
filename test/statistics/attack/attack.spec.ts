import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { SchoolYear } from '#platform/kernel';
import { INDICATORS, type Breakdown } from '#statistics/contract';
import { startApi, type RunningApi } from '../../running-api.js';
import { rowsInCsv, rowsInSheets, rowsOf, type Answer, type Figure, type Sheet } from '../exported-rows.js';
import { everythingShown, exported, FINAL_PERIODS, type Answers } from './everything-shown.js';
import { tellWorld } from './tell-world.js';
import { numberOf, personOf, SCHOOL_YEARS, SERVICE, smallIn, UNITS, WORLDS, type World } from './worlds.js';

// An attacker who sees all that the application shows, knows its rules, and can compute what it would show of any
// municipality: of those that would look the same, the small numbers differ. So the attacker cannot tell them apart.

// Starts the whole application with four municipalities.
jest.setTimeout(240_000);

let api: RunningApi;
beforeAll(async () => {
  api = await startApi('2026-10-01T08:00:00Z', async ({ events }) => {
    for (const world of WORLDS) await tellWorld(events, world);
  });
  await api.settled();
  for (const world of WORLDS) for (const period of FINAL_PERIODS) await publish(world, period);
  await api.settled();
});
afterAll(() => api.close());

const asCoordinator = async (world: World, path: string, body?: object) => {
  const response = await fetch(`${api.url}/api/${path}`, {
    headers: {
      cookie: await api.cookie(numberOf(world), personOf('coordinator')),
      'content-type': 'application/json',
    },
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  });
  expect([path, response.status]).toEqual([path, 200]);
  return (await response.json()) as never;
};

const PUBLISHED: readonly (readonly [Breakdown | null, readonly number[]])[] = [
  [null, INDICATORS.map(({ id }) => id)],
  ['unit', [13, 17, 22, 23, 24, 27, 29, 32, 37]],
  ['service', [13, 22, 23, 26]],
  ['level', [23, 27]],
  ['approach', [23, 29]],
  ['month', [23, 27]],
  ['age-band', [37]],
];

/** Publishes figures of every kind. */
async function publish(world: World, period: string): Promise<void> {
  const figures = PUBLISHED.flatMap(([by, ids]) => ids.map((indicator) => ({ indicator, by })));
  const chosen = figures.map(({ indicator, by }) => (by ? `${indicator}:${by}` : String(indicator))).join();
  const { sha256 } = (await asCoordinator(world, `publications/preview?period=${period}&figures=${chosen}`)) as {
    readonly sha256: string;
  };
  await asCoordinator(world, 'publications', { period, figures, seen: sha256 });
}

/** A number that is small in every world: an indicator of a school year, and its part or the whole. */
interface Secret {
  readonly name: string;
  readonly indicator: number;
  readonly by?: Breakdown;
  readonly key?: string;
  /** How many there are. */
  readonly number: (figure: Figure) => number;
}
const all = ({ denominator }: Figure) => denominator;
const counting = ({ numerator }: Figure) => numerator;
const rest = ({ numerator, denominator }: Figure) => denominator - numerator;
const OF_PARTS: readonly Secret[] = [
  { name: 'actions of the smallest unit', indicator: 23, by: 'unit', key: UNITS[0]!, number: all },
  { name: 'of its meetings', indicator: 27, by: 'unit', key: UNITS[0]!, number: counting },
  { name: 'carried on at a unit with many actions', indicator: 23, by: 'unit', key: UNITS[2]!, number: counting },
  { name: 'of a service of one employee', indicator: 26, by: 'service', key: SERVICE.childWelfare, number: counting },
  { name: 'at system level', indicator: 27, by: 'level', key: 'system', number: counting },
  { name: 'not marked', indicator: 23, by: 'approach', key: 'none', number: all },
  { name: 'matters of the youngest', indicator: 37, by: 'age-band', key: '0-2', number: counting },
];
const OF_WHOLES: readonly Secret[] = [
  { name: 'without effect', indicator: 24, number: rest },
  { name: 'open and not over due', indicator: 19, number: rest },
];

const periodOf = (year: SchoolYear) => `${year}-${year + 1}`;

async function figuresOf(world: World, who: string, indicator: number, query: Readonly<Record<string, string>>) {
  const cookie = await api.cookie(numberOf(world), personOf(who));
  const address = `${api.url}/api/statistics/${indicator}?${new URLSearchParams(query).toString()}`;
  return ((await (await fetch(address, { headers: { cookie } })).json()) as Answer).figures[0]!;
}

async function figureOf(world: World, who: string, year: SchoolYear, { indicator, by, key }: Secret) {
  const { whole, parts } = await figuresOf(world, who, indicator, { period: periodOf(year), ...(by && { by }) });
  if (!by) return whole;
  return parts ? parts.find((part) => part.key === key)?.figure : ({ hidden: 'all parts' } as const);
}

const READERS = [
  { name: 'director', roles: ['director'] },
  { name: 'leader of BFE', roles: ['service-unit-leader'] },
  { name: 'elected', roles: ['elected'] },
  { name: 'auditor', roles: ['auditor'] },
  // Of the smallest unit, without an action of her own.
  { name: 'teacher', roles: ['teacher'] },
] as const;

/** Each number with the world's small number of the year. */
const inEachWorld = (year: SchoolYear, numberIn: (world: World) => Promise<number>) =>
  Promise.all(WORLDS.map(async (world) => [smallIn(world, year), await numberIn(world)]));
const SMALL_NUMBERS = WORLDS.map((small) => [small, small]);

describe.each(SCHOOL_YEARS)('small numbers of the school year that began in %i', (year) => {
  test.each([...OF_PARTS, ...OF_WHOLES])('$name: differ from world to world, and are hidden', async (secret) => {
    const values = new Set<number>();
    for (const world of WORLDS) {
      values.add(secret.number((await figureOf(world, 'coordinator', year, secret)) as Figure));
      expect(await figureOf(world, 'director', year, secret)).toHaveProperty('hidden');
    }
    // k is 5 for a part, and 3 for the municipality.
    expect([...values].toSorted()).toEqual(secret.by ? [1, 2, 3, 4] : [1, 2]);
  });

  test('as many actions were agreed at joint meetings, which the sum of the units counts twice', async () => {
    const counted = await inEachWorld(year, async (world) => {
      const { whole, parts } = await figuresOf(world, 'coordinator', 27, { period: periodOf(year), by: 'unit' });
      const ofUnits = parts!.reduce((sum, { figure }) => sum + (figure as Figure).numerator, 0);
      return ofUnits - (whole as Figure).numerator;
    });
    expect(counted.toSorted()).toEqual(SMALL_NUMBERS);
  });

  test('as many actions are about something else since a correction was recorded', async () => {
    const corrected = await inEachWorld(year, async (world) => {
      const other = async (asOf: string) => {
        const query = { period: periodOf(year), by: 'category', asOf };
        const { parts } = await figuresOf(world, 'coordinator', 28, query);
        return (parts!.find(({ key }) => key === 'other')?.figure as Figure | undefined)?.numerator ?? 0;
      };
      return (await other(`${year + 1}-09-10T10:30:00Z`)) - (await other(`${year + 1}-09-09`));
    });
    expect(corrected.toSorted()).toEqual(SMALL_NUMBERS);
  });
});

describe('an attacker who knows everything but the small numbers', () => {
  const differences = (answers: readonly Answers[]) => {
    const [first, ...others] = answers;
    return [...first!].flatMap(([address, text]) => (others.every((it) => it.get(address) === text) ? [] : [address]));
  };

  const seen = new Map<unknown, Promise<readonly Answers[]>>();
  /** Everything shown to somebody in each world; asked for once. */
  const seenBy = (who: (typeof READERS)[number] | null) => {
    const answers = seen.get(who) ?? Promise.all(WORLDS.map((world) => everythingShown(api, world, who)));
    seen.set(who, answers);
    return answers;
  };

  test.each([...READERS, null])('cannot tell the worlds apart by anything shown to: %j', async (who) => {
    const answers = await seenBy(who);
    expect(differences(answers)).toEqual([]);
    const answered = [...answers[0]!.values()].filter((text) => text.startsWith('200'));
    expect(answered.length).toBeGreaterThan(5);
  });

  test.each(READERS)('reads the same in a workbook, in CSV and in the API: %j', async (who) => {
    const [answers] = await seenBy(who);
    for (const query of exported(who.roles)) {
      const [inApi, inCsv, inWorkbook] = ['figures', 'figures.csv', 'figures.xlsx'].map((file) =>
        answers!.get(`/api/statistics/${file}?${query}`)!.split(/^(\d+) /),
      ) as [string[], string[], string[]];
      const [, status] = inApi;
      expect([query, inCsv[1], inWorkbook[1]]).toEqual([query, status, status]);
      if (status !== '200') continue;
      const rows = rowsOf(JSON.parse(inApi[2]!) as Answer);
      expect([query, rowsInCsv(inCsv[2]!)]).toEqual([query, rows]);
      expect([query, rowsInSheets(JSON.parse(inWorkbook[2]!) as Sheet[])]).toEqual([query, rows]);
      expect(rows.filter(([, , , , value]) => value === ':').length).toBeGreaterThan(0);
    }
  });

  test('sees what is not small', async () => {
    const shown = { name: 'actions of a large unit', indicator: 27, by: 'unit', key: UNITS[3]!, number: all } as const;
    for (const year of SCHOOL_YEARS)
      expect(await figureOf(1, 'director', year, shown)).toMatchObject({ numerator: 44 });
  });
});
