import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { inflatedPdf, readPdf, type ReadElement } from '../../libs/platform/pdf/read-structure.examples.js';
import { numbersFrom } from '../../libs/statistics/domain/protection/protection.examples.js';
import { NUMBER, personOf, tellStory } from '../routes/rights.municipality.js';
import type { AskerName } from '../routes/rights.table.js';
import { startApi, type RunningApi } from '../running-api.js';
import { rowsInCsv, rowsInSheets, rowsOf, sheetsIn, type Answer } from './exported-rows.js';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi('2026-11-22T08:00:00Z', ({ events }) => tellStory(events));
  await api.settled();
}, 60_000);
afterAll(() => api.close());

const get = async (path: string, who: AskerName) =>
  fetch(`${api.url}/api/statistics${path}`, {
    headers: { cookie: await api.cookie(NUMBER, personOf(who)), 'accept-language': 'nb' },
  });
const bytesOf = async (path: string, who: AskerName) => {
  const response = await get(path, who);
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
};

const inCsv = async (query: string, who: AskerName) => rowsInCsv(await bytesOf(`/figures.csv${query}`, who));
const inWorkbook = async (query: string, who: AskerName) =>
  rowsInSheets(await sheetsIn(await bytesOf(`/figures.xlsx${query}`, who)));
const inApi = async (query: string, who: AskerName) =>
  JSON.parse((await bytesOf(`/figures${query}`, who)).toString()) as Answer;

/** The table of the only figure: its numbers as they are printed. */
const inPaper = async (query: string, who: AskerName) => {
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

interface Catalogue {
  readonly indicators: readonly { readonly id: number; readonly unit: string; readonly by: readonly string[] }[];
}
const PERIODS = ['2026-2027', '2026-11', '2026H2', '2025-2027', '2025-2026'];
const MOMENTS = [undefined, '2026-11-22', '2026-11-21'];
const ASKERS = ['coordinator', 'director', 'bfeLeader', 'leaderHere'] as const;

describe('exports', () => {
  test('have the values of the API, for 50 random questions', async () => {
    const { indicators } = JSON.parse((await bytesOf('', 'coordinator')).toString()) as Catalogue;
    const random = numbersFrom(50);
    const oneOf = <T>(of: readonly T[]): T => of[random(of.length)]!;
    let hidden = 0;
    let shown = 0;
    for (let i = 0; i < 50; i += 1) {
      // Some indicators are for few roles only.
      const { id, by, unit } = oneOf(indicators.filter(({ id }) => id !== 30));
      const asked = {
        indicators: String(id),
        period: oneOf(PERIODS),
        by: oneOf([undefined, ...by]),
        asOf: oneOf(MOMENTS),
      };
      const query = `?${new URLSearchParams(Object.entries(asked).filter((it): it is [string, string] => it[1] !== undefined)).toString()}`;
      const who = oneOf(ASKERS);
      const answer = await inApi(query, who);
      const answered = rowsOf(answer);
      expect([query, who, await inCsv(query, who)]).toEqual([query, who, answered]);
      expect([query, who, await inWorkbook(query, who)]).toEqual([query, who, answered]);
      expect([query, who, await inPaper(query, who)]).toEqual([query, who, printed(answer, unit === 'per-cent')]);
      for (const [, , , , value] of answered) if (value === ':') hidden += 1;
      for (const [, , numerator] of answered) if (numerator !== null && numerator !== 0) shown += 1;
    }
    // The questions are worth asking: some figures are hidden, and some have something to show.
    expect([hidden > 5, shown > 5]).toEqual([true, true]);
  }, 60_000);

  test('are files with a name of their own, in the language that is asked for', async () => {
    const { headers } = await get('/figures.csv?indicators=2&language=nn', 'coordinator');
    expect([headers.get('content-type'), headers.get('content-disposition')]).toEqual([
      'text/csv; charset=utf-8',
      'inline; filename="Statistikk 2026-2027 per 2026-11-22.csv"',
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
