import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { HISTORY_END } from '../../apps/cli/src/demo/history/history.examples.js';
import { dividedFigure, figureOf, periodOf, wholeFigure, type Case, type Figure } from '#statistics/contract';
import { startApi, type RunningApi } from '../running-api.js';
import { appendHistory, coordinatorIn } from './appended-history.js';
import { FoldedFacts } from './folded-facts.js';
import { filterableIn, generatedHistory } from './generated.js';
import { Random } from './random.js';
import { QUESTIONS_SEED, randomQuestion, type Filterable, type Question } from './random-question.js';

// Starts the whole application on a generated history.
jest.setTimeout(180_000);

/** A figure with its parts, as one way of asking gives it. */
interface Answer {
  readonly whole: Figure;
  readonly parts: Readonly<Record<string, Figure>> | null;
}
type Item = Pick<Case, 'counts'> & {
  readonly amount: number | null;
  readonly asides: readonly string[];
  readonly personId: string | null;
};

let api: RunningApi;
let facts: FoldedFacts;
let cookie: string;
let filterable: Filterable;
let tenant: string;

beforeAll(async () => {
  const { stored, events } = await generatedHistory(5);
  facts = new FoldedFacts(events);
  tenant = stored[0]!.tenant;
  filterable = filterableIn(events);
  api = await startApi(HISTORY_END.toISOString(), ({ events: log }) => appendHistory(log, stored));
  cookie = await api.cookie(tenant, coordinatorIn(events));
  await api.settled();
});
afterAll(() => api.close());

async function get<Json>(path: string): Promise<Json> {
  const response = await fetch(`${api.url}/api/statistics/${path}`, { headers: { cookie } });
  expect([path, response.status]).toEqual([path, 200]);
  return (await response.json()) as Json;
}

const queryOf = ({ period, filters, asOf }: Question, more: Readonly<Record<string, string>>) =>
  new URLSearchParams({ period, ...filters, ...(asOf && { asOf: asOf.toISOString() }), ...more }).toString();

/** The ways in which a figure can be asked for. A new one is added here; exports and the page have specs of their own. */
const WAYS: Readonly<Record<string, (question: Question) => Promise<Answer>>> = {
  api: async (question) => {
    const { by, indicator } = question;
    const { figures } = await get<{ figures: { whole: Figure; parts: { key: string; figure: Figure }[] | null }[] }>(
      `${indicator.id}?${queryOf(question, by ? { by } : {})}`,
    );
    const { whole, parts } = figures[0]!;
    return { whole, parts: parts && Object.fromEntries(parts.map(({ key, figure }) => [key, figure])) };
  },
  'several figures at once': async (question) => {
    const { figures } = await get<{ figures: { whole: Figure }[] }>(
      `figures?${queryOf(question, { indicators: `2,${question.indicator.id}` })}`,
    );
    return { whole: figures[1]!.whole, parts: null };
  },
  'the rows that explain it': async (question) => ({
    whole: figureOf(question.indicator, await rowsOf(question)),
    parts: null,
  }),
};

async function rowsOf(question: Question): Promise<readonly Case[]> {
  const rows: Item[] = [];
  for (let page = 1; ; page += 1) {
    const { items, total } = await get<{ items: Item[]; total: number }>(
      `${question.indicator.id}/cases?${queryOf(question, { page: String(page), size: '100' })}`,
    );
    rows.push(...items);
    if (rows.length >= total || items.length === 0) break;
  }
  return rows.map(({ amount, personId, ...row }) => ({
    ...(row as unknown as Case),
    ...(amount !== null && { amount }),
    ...(personId !== null && { personId }),
  }));
}

interface Contribution {
  readonly cases: number;
  readonly counting: number;
}
interface Changes {
  readonly before: Figure;
  readonly after: Figure;
  readonly items: readonly { readonly before: Contribution | null; readonly after: Contribution | null }[];
  readonly total: number;
}

/** All pages of what changed. */
async function changesSince(question: Question): Promise<Changes> {
  const at = (page: number) =>
    get<Changes>(`${question.indicator.id}/changes?${queryOf(question, { page: String(page), size: '100' })}`);
  const first = await at(1);
  const items = [...first.items];
  for (let page = 2; items.length < first.total; page += 1) items.push(...(await at(page)).items);
  return { ...first, items };
}

function expectedAnswer({ indicator, period: key, by, filters, asOf = HISTORY_END }: Question): Answer {
  const known = facts.all(asOf);
  const period = periodOf(key)!;
  const { unit, kind, area, service } = filters;
  const within = known.units.filter(
    (it) => it.unitId === (unit ?? it.unitId) && it.kind === (kind ?? it.kind) && it.area === (area ?? it.area),
  );
  const filter = {
    ...((unit ?? kind ?? area) && { unitIds: within.map(({ unitId }) => unitId) }),
    ...(service && { serviceIds: [service] }),
  };
  const parts = by && dividedFigure(indicator, known, period, by, filter);
  return {
    whole: wholeFigure(indicator, known, period, filter).figure,
    parts: parts ? Object.fromEntries(parts.map((part) => [part.key, part.figure])) : null,
  };
}

/** Sums of the same numbers in another order differ in the last digits. */
const shown = (figure: Figure): object =>
  JSON.parse(
    JSON.stringify(figure, (_, value: unknown) => (typeof value === 'number' ? Math.round(value * 1e9) / 1e9 : value)),
  ) as object;

describe('fifty random questions', () => {
  test.each(Object.keys(WAYS))('get the same figure from %s as from the facts', async (way) => {
    const random = new Random(QUESTIONS_SEED);
    for (let i = 0; i < 50; i += 1) {
      const question = randomQuestion(random, filterable);
      const about = `${question.indicator.id} ${queryOf(question, { by: question.by ?? '' })}`;
      const [given, expected] = [await WAYS[way]!(question), expectedAnswer(question)];
      expect([about, shown(given.whole)]).toEqual([about, shown(expected.whole)]);
      for (const [key, figure] of Object.entries(given.parts ?? {}))
        expect([about, key, shown(figure)]).toEqual([about, key, shown(expected.parts![key]!)]);
      if (given.parts) expect(Object.keys(given.parts)).toEqual(Object.keys(expected.parts!));
    }
  });

  test('tell what changed since their moment: the changes add up to the difference', async () => {
    const random = new Random(QUESTIONS_SEED);
    let changes = 0;
    for (let i = 0; i < 50; i += 1) {
      const question = randomQuestion(random, filterable);
      if (!question.asOf) continue;
      const about = `${question.indicator.id} ${queryOf(question, {})}`;
      const { before, after, items, total } = await changesSince(question);
      const [then, now] = [expectedAnswer(question), expectedAnswer({ ...question, asOf: undefined })];
      expect([about, shown(before), shown(after)]).toEqual([about, shown(then.whole), shown(now.whole)]);
      expect([about, items.length]).toEqual([about, total]);
      const { measure } = question.indicator;
      if (measure === 'share' || measure === 'number') {
        const difference = (of: keyof Contribution) =>
          items.reduce((sum, item) => sum + (item.after?.[of] ?? 0) - (item.before?.[of] ?? 0), 0);
        expect([about, difference('counting'), difference('cases')]).toEqual([
          about,
          now.whole.numerator - then.whole.numerator,
          now.whole.denominator - then.whole.denominator,
        ]);
      }
      changes += items.length;
    }
    expect(changes).toBeGreaterThan(50);
  });
});
