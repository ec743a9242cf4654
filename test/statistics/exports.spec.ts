import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { HISTORY_END } from '../../apps/cli/src/demo/history/history.examples.js';
import { inflatedPdf, readPdf, type ReadElement } from '../../libs/platform/pdf/read-structure.examples.js';
import type { Recorded } from '#platform/kernel';
import { startApi, type RunningApi } from '../running-api.js';
import { appendHistory, coordinatorIn } from './appended-history.js';
import { rowsInCsv, rowsInSheets, rowsOf, sheetsIn, type Answer } from './exported-rows.js';
import { filterableIn, generatedHistory } from './generated.js';
import { FILTERS, QUESTIONS_SEED, randomQuestion, type Filterable } from './random-question.js';
import { Random } from './random.js';

// Starts the whole application on a generated history.
jest.setTimeout(240_000);

type Who = 'coordinator' | 'director' | 'service-unit-leader' | 'unit-leader' | 'elected';

let api: RunningApi;
let tenant: string;
let people: Readonly<Record<Who, string>>;
/** Values of the filters that each reader may ask with. */
let filterable: Readonly<Record<Exclude<Who, 'elected'>, Filterable>>;

beforeAll(async () => {
  const { stored, events } = await generatedHistory(5);
  tenant = stored[0]!.tenant;
  const leader = lastGiven(events, 'unit-leader');
  const all = filterableIn(events);
  people = {
    coordinator: coordinatorIn(events),
    director: lastGiven(events, 'director').personId,
    'service-unit-leader': lastGiven(events, 'service-unit-leader').personId,
    'unit-leader': leader.personId,
    elected: lastGiven(events, 'elected').personId,
  };
  filterable = {
    ...{ coordinator: all, director: all, 'service-unit-leader': all },
    'unit-leader': { ...all, unit: [leader.unitId!] },
  };
  api = await startApi(HISTORY_END.toISOString(), ({ events: log }) => appendHistory(log, stored));
  await api.settled();
});
afterAll(() => api.close());

/** The last one who was given the role. */
function lastGiven(events: readonly Recorded[], role: Who) {
  const { stream, data } = events.findLast(
    ({ type, data }) => type === 'registry.RoleGiven' && (data as { role: string }).role === role,
  )!;
  return { personId: stream.slice('person-'.length), unitId: (data as { unitId: string | null }).unitId };
}

const get = async (path: string, who: Who) =>
  fetch(`${api.url}/api/statistics${path}`, {
    headers: { cookie: await api.cookie(tenant, people[who]), 'accept-language': 'nb' },
  });
const bytesOf = async (path: string, who: Who) => {
  const response = await get(path, who);
  expect([path, response.status]).toEqual([path, 200]);
  return Buffer.from(await response.arrayBuffer());
};

const inCsv = async (query: string, who: Who) => rowsInCsv(await bytesOf(`/figures.csv${query}`, who));
const inWorkbook = async (query: string, who: Who) =>
  rowsInSheets(await sheetsIn(await bytesOf(`/figures.xlsx${query}`, who)));
const inApi = async (query: string, who: Who) =>
  JSON.parse((await bytesOf(`/figures${query}`, who)).toString()) as Answer;

/** The table of the only figure: its numbers as they are printed. */
const inPaper = async (query: string, who: Who) => {
  const { structure } = readPdf(inflatedPdf(await bytesOf(`/figures.pdf${query}`, who)));
  const ofFigure = all(structure, 'Table').find((table) => all(table, 'TH').some(({ text }) => text === 'Teller'));
  const rows = all(all(ofFigure!, 'TBody')[0]!, 'TR');
  return rows.map(({ children }) => children.slice(1).map(({ text }) => text.trim()));
};
const all = (element: ReadElement, type: string): readonly ReadElement[] => [
  ...(element.type === type ? [element] : []),
  ...element.children.flatMap((child) => all(child, type)),
];
const inNorwegian = (decimals: number) => new Intl.NumberFormat('nb-NO', { maximumFractionDigits: decimals });
/** The API's answer as the paper prints it: whole per cent, otherwise at most one decimal. */
const printed = ({ figures }: Answer, isShare: boolean) =>
  figures.flatMap(({ whole, parts }) =>
    [whole, ...(parts ?? []).map(({ figure }) => figure)].map((figure) => {
      if ('hidden' in figure) return ['', '', ':'];
      const { numerator, denominator, value } = figure;
      const shown = value === null ? '–' : isShare ? `${inNorwegian(0).format(value)} %` : inNorwegian(1).format(value);
      return [inNorwegian(1).format(numerator), inNorwegian(1).format(denominator), shown];
    }),
  );

const READERS = ['coordinator', 'coordinator', 'director', 'service-unit-leader', 'unit-leader'] as const;

describe('exports', () => {
  test('have the values of the API, for 50 random questions', async () => {
    const random = new Random(QUESTIONS_SEED);
    let hidden = 0;
    let shown = 0;
    /** Number of questions that have another answer without this part of them. */
    const telling: Record<string, number> = {};
    for (let i = 0; i < 50; i += 1) {
      const who = random.pick(READERS);
      const { indicator, period, by, filters, asOf } = randomQuestion(random, filterable[who]);
      if (indicator.roles?.every((role) => role !== who)) continue;
      const { id, unit } = indicator;
      const asked = { ...filters, ...(asOf && { asOf: asOf.toISOString() }) };
      const queryOf = (more: Readonly<Record<string, string>>) =>
        `?${new URLSearchParams({ indicators: String(id), period, ...(by && { by }), ...more }).toString()}`;
      const query = queryOf(asked);
      const answer = await inApi(query, who);
      const answered = rowsOf(answer);
      expect([query, who, await inCsv(query, who)]).toEqual([query, who, answered]);
      expect([query, who, await inWorkbook(query, who)]).toEqual([query, who, answered]);
      expect([query, who, await inPaper(query, who)]).toEqual([query, who, printed(answer, unit === 'per-cent')]);
      for (const [, , , , value] of answered) if (value === ':') hidden += 1;
      for (const [, , numerator] of answered) if (numerator !== null && numerator !== 0) shown += 1;
      for (const name of Object.keys(asked)) {
        const others = Object.fromEntries(Object.entries(asked).filter(([it]) => it !== name));
        const without = rowsOf(await inApi(queryOf(others), who));
        if (JSON.stringify(without) !== JSON.stringify(answered)) telling[name] = (telling[name] ?? 0) + 1;
      }
    }
    // The questions are worth asking: some figures are hidden, some have something to show, and an export that ignored
    // a filter or the moment would have another answer.
    expect([hidden > 5, shown > 20]).toEqual([true, true]);
    for (const name of [...FILTERS, 'asOf']) expect([name, (telling[name] ?? 0) >= 3]).toEqual([name, true]);
  });

  test('are files with a name of their own, in the language that is asked for', async () => {
    const { headers } = await get('/figures.csv?indicators=2&language=nn', 'coordinator');
    expect([headers.get('content-type'), headers.get('content-disposition')]).toEqual([
      'text/csv; charset=utf-8',
      'inline; filename="Statistikk 2026-2027 per 2026-11-20.csv"',
    ]);
    const text = (await bytesOf('/figures.csv?indicators=2&language=nn', 'coordinator')).toString();
    expect(text).toContain('Teljar;Nemnar');
  });

  test('are refused where the figures are', async () => {
    for (const file of ['figures', 'figures.csv', 'figures.xlsx', 'figures.pdf']) {
      expect((await get(`/${file}?indicators=2`, 'elected')).status).toBe(403);
      expect((await get(`/${file}?indicators=11`, 'coordinator')).status).toBe(404);
      expect((await get(`/${file}?indicators=2&by=service`, 'coordinator')).status).toBe(422);
    }
  });
});
