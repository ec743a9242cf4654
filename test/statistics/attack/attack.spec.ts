import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { INDICATORS, type Breakdown } from '#statistics/contract';
import { startApi, type RunningApi } from '../../running-api.js';
import { everythingShown, type Answers } from './everything-shown.js';
import { tellWorld } from './tell-world.js';
import { numberOf, personOf, SERVICE, UNITS, WORLDS, type World } from './worlds.js';

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
  for (const world of WORLDS) for (const period of ['2025H2', '2025-2026']) await publish(world, period);
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

interface Figure {
  readonly numerator: number;
  readonly denominator: number;
}
interface Answer {
  readonly figures: readonly [
    {
      readonly whole: Figure | { readonly hidden: string };
      readonly parts: readonly { readonly key: string; readonly figure: Figure | { readonly hidden: string } }[] | null;
    },
  ];
}
/** A number that is small in every world: an indicator of the year, and its part or the whole. */
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

async function figureOf(world: World, who: string, { indicator, by, key }: Secret) {
  const cookie = await api.cookie(numberOf(world), personOf(who));
  const query = `period=2025-2026${by ? `&by=${by}` : ''}`;
  const response = await fetch(`${api.url}/api/statistics/${indicator}?${query}`, { headers: { cookie } });
  const { whole, parts } = ((await response.json()) as Answer).figures[0];
  return by ? parts?.find((part) => part.key === key)?.figure : whole;
}

const READERS = [
  { name: 'director', roles: ['director'] },
  { name: 'leader of BFE', roles: ['service-unit-leader'] },
  { name: 'elected', roles: ['elected'] },
] as const;

describe('small numbers', () => {
  test.each([...OF_PARTS, ...OF_WHOLES])('$name: differ from world to world, and are hidden', async (secret) => {
    const values = new Set<number>();
    for (const world of WORLDS) {
      values.add(secret.number((await figureOf(world, 'coordinator', secret)) as Figure));
      expect(await figureOf(world, 'director', secret)).toHaveProperty('hidden');
    }
    // k is 5 for a part, and 3 for the municipality.
    expect([...values].toSorted()).toEqual(secret.by ? [1, 2, 3, 4] : [1, 2]);
  });
});

describe('an attacker who knows everything but the small numbers', () => {
  const differences = (answers: readonly Answers[]) => {
    const [first, ...others] = answers;
    return [...first!].flatMap(([address, text]) => (others.every((it) => it.get(address) === text) ? [] : [address]));
  };

  test.each([...READERS, null])('cannot tell the worlds apart by anything shown to: %j', async (who) => {
    const answers = await Promise.all(WORLDS.map((world) => everythingShown(api, world, who)));
    expect(differences(answers)).toEqual([]);
    const answered = [...answers[0]!.values()].filter((text) => text.startsWith('200'));
    expect(answered.length).toBeGreaterThan(5);
  });

  test('sees what is not small', async () => {
    const shown = { name: 'actions of a large unit', indicator: 27, by: 'unit', key: UNITS[3]!, number: all } as const;
    expect(await figureOf(1, 'director', shown)).toMatchObject({ numerator: 44 });
  });
});
