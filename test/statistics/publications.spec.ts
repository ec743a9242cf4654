import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PostgresReadSide } from '#platform/database';
import { publicationDifferences } from '#statistics';
import { NUMBER, personOf, tellStory } from '../routes/rights.municipality.js';
import { startApi, type RunningApi } from '../running-api.js';

let api: RunningApi;
let coordinator: string;
beforeAll(async () => {
  api = await startApi('2026-11-22T08:00:00Z', ({ events }) => tellStory(events));
  await api.settled();
  coordinator = await api.cookie(NUMBER, personOf('coordinator'));
}, 60_000);
afterAll(() => api.close());

interface Preview {
  readonly sha256: string;
  readonly versions: number;
  readonly publication: { readonly indicators: readonly { readonly whole: object }[] };
  readonly raw: readonly { readonly whole: object }[];
}
const preview = async (period: string, figures: string) => {
  const address = `${api.url}/api/publications/preview?period=${period}&figures=${figures}`;
  return (await (await fetch(address, { headers: { cookie: coordinator } })).json()) as Preview;
};
const publish = async (body: object, who = coordinator) => {
  const response = await fetch(`${api.url}/api/publications`, {
    method: 'POST',
    headers: { cookie: who, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  await api.settled();
  const answer = (await response.json()) as { broken?: readonly { rule: string }[] };
  return [response.status, answer.broken?.[0]?.rule];
};
/** Without any session. */
const open = async (path: string) => {
  const response = await fetch(`${api.url}/api/publications/of/${path}`);
  return { status: response.status, answer: (await response.json()) as Record<string, unknown> };
};
/** As an elected member finds it on the start page. */
const own = async () => {
  const cookie = await api.cookie(NUMBER, personOf('elected'));
  return (await (await fetch(`${api.url}/api/publications`, { headers: { cookie } })).json()) as object;
};
const figures = [{ indicator: 2, by: 'unit' }, { indicator: 18 }];

async function allOf<T>(given: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const one of given) all.push(one);
  return all;
}

describe('before anything is published', () => {
  test('a municipality cannot be told from one that does not use Samspill', async () => {
    const seen = async (path: string) => {
      const response = await fetch(`${api.url}/${path}`, { headers: { 'accept-language': 'fr' } });
      const { date: _, 'x-request-id': __, ...headers } = Object.fromEntries(response.headers);
      // Each answer of the API has an id of its own.
      return [response.status, headers, (await response.text()).replaceAll(/urn:uuid:[-0-9a-f]+/g, '')];
    };
    for (const address of ['publisert/', 'api/publications/of/']) {
      const nobody = await seen(`${address}4444`);
      expect(nobody[0]).toBe(404);
      expect(await seen(`${address}${NUMBER}`)).toEqual(nobody);
      expect(await seen(`${address}${NUMBER}/2026-10`)).toEqual(await seen(`${address}4444/2026-10`));
    }
  });

  test('the signed-in are told so', async () => {
    expect(await own()).toEqual({ municipality: 'Prøvevik', publications: [], latest: null });
    expect((await fetch(`${api.url}/api/publications`)).status).toBe(401);
  });
});

describe('a publication', () => {
  test('shows in the preview what everybody will see, and to the coordinator what is hidden', async () => {
    const { publication, raw } = await preview('2026-10', '2:unit,18');
    expect(publication.indicators.map(({ whole }) => whole)).toEqual([
      expect.objectContaining({ denominator: expect.any(Number) }),
      // A month’s figures about children may not stand beside those of its year.
      { hidden: 'not-divided' },
    ]);
    expect(raw[1]!.whole).toHaveProperty('numerator');
  });

  test('never shows what only some roles may see', async () => {
    const { publication } = await preview('2026-10', '30');
    expect(publication.indicators.map(({ whole }) => whole)).toEqual([{ hidden: 'one-employee' }]);
  });

  test('is refused while its period lasts, when nothing is shown, and when the preview has changed', async () => {
    const { sha256: seen } = await preview('2026-11', '2');
    expect(await publish({ period: '2026-11', figures: [{ indicator: 2 }], seen })).toEqual([422, 'PERIOD_NOT_OVER']);
    const hidden = await preview('2026-10', '18');
    expect(await publish({ period: '2026-10', figures: [{ indicator: 18 }], seen: hidden.sha256 })).toEqual([
      422,
      'NOTHING_TO_PUBLISH',
    ]);
    expect(await publish({ period: '2026-10', figures, seen })).toEqual([412, 'PREVIEW_CHANGED']);
    expect((await open(NUMBER)).status).toBe(404);
  });

  test('can be read by everybody, with its checksum, and cannot be published twice', async () => {
    const { sha256: seen, publication } = await preview('2026-10', '2:unit,18');
    expect(await publish({ period: '2026-10', figures, seen })).toEqual([200, undefined]);
    const { status, answer } = await open(`${NUMBER}/2026-10`);
    expect([status, answer['sha256'], answer['version'], answer['reason']]).toEqual([200, seen, 1, null]);
    expect(answer['publication']).toEqual(publication);
    expect(await publish({ period: '2026-10', figures, seen })).toEqual([409, 'ALREADY_PUBLISHED']);
    expect((await preview('2026-10', '2:unit,18')).versions).toBe(1);
  });

  test('is corrected by another version with its reason, beside the first', async () => {
    const only = [{ indicator: 2 }];
    const { sha256: seen } = await preview('2026-10', '2');
    expect(await publish({ period: '2026-10', figures: only, seen })).toEqual([422, 'REASON_MISSING']);
    expect(await publish({ period: '2026-10', figures: only, seen, reason: 'Enhetene utgår' })).toEqual([
      200,
      undefined,
    ]);
    const latest = (await open(`${NUMBER}/2026-10`)).answer;
    expect([latest['version'], latest['reason'], latest['sha256']]).toEqual([2, 'Enhetene utgår', seen]);
    expect((latest['versions'] as { version: number }[]).map(({ version }) => version)).toEqual([2, 1]);
    expect((await open(`${NUMBER}/2026-10?version=1`)).answer['version']).toBe(1);
  });

  test('is on the start page of everybody who is signed in, with the shares that it shows', async () => {
    const [heading] = (await open(NUMBER)).answer['publications'] as object[];
    expect(await own()).toMatchObject({
      publications: [heading, expect.anything()],
      latest: [{ indicator: 2, figure: { numerator: expect.any(Number), denominator: expect.any(Number) } }],
    });
  });

  test('of nobody, or of a period without one, is not found', async () => {
    expect((await open('4444')).status).toBe(404);
    expect((await open(`${NUMBER}/2026-09`)).status).toBe(404);
  });

  test('has a page without script in the reader’s language, and a file', async () => {
    const page = async (path: string, language = 'nb') => {
      const response = await fetch(`${api.url}/publisert/${path}`, { headers: { 'accept-language': language } });
      return { response, text: await response.text() };
    };
    const { response, text } = await page(`${NUMBER}/2026-10?versjon=1`);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(response.headers.get('content-security-policy')).not.toContain('script');
    expect(text).not.toContain('<script');
    expect(text).toContain('Publiserte tall: oktober 2026');
    expect(text).toContain('Det er kommet en nyere versjon');
    expect(text).toMatch(
      /<p class="figure">\s*<span aria-hidden="true">:<\/span><span class="hidden-text">skjult<\/span>/,
    );
    expect((await page(`${NUMBER}/2026-10`, 'nn')).text).toContain('Publiserte tal: oktober 2026');
    expect((await page(NUMBER, 'en')).text).toContain('Published figures');
    const file = await page(`${NUMBER}/2026-10/tall.csv?versjon=1&sprak=nb`);
    expect(file.response.headers.get('content-disposition')).toContain(`${NUMBER}-2026-10-v1.csv`);
    const lines = file.text.split('\r\n');
    expect(lines.find((line) => line.startsWith('18;'))).toMatch(/^18;Åpne tiltak;\d+;;;;;;skjult: /);
    for (const wrong of ['4444', 'x', `${NUMBER}/2026-09`, `${NUMBER}/%3Cb%3E`, `${NUMBER}/2026-10?versjon=9`]) {
      const answer = await page(wrong);
      expect([answer.response.status, answer.text.includes('Her er det ingen publiserte tall')]).toEqual([404, true]);
    }
  });

  test('is what its facts give, and is named where it is not', async () => {
    const { dataSource } = api.installation;
    const readSide = new PostgresReadSide(dataSource);
    const clock = api.clock;
    expect(await allOf(publicationDifferences(readSide, clock, [NUMBER]))).toEqual([]);
    const tampered = (change: string) =>
      allOf(
        publicationDifferences(
          {
            atOneMoment: (...of) => readSide.atOneMoment(...of),
            in: (tenant, query) =>
              readSide.in(tenant, async (tables) =>
                query(
                  new Proxy(tables, {
                    get: (target, name) =>
                      name === 'findBy'
                        ? async (...of: Parameters<typeof tables.findBy>) =>
                            JSON.parse(
                              JSON.stringify(await target.findBy(...of)).replaceAll(/"denominator":\d+/g, change),
                            ) as object[]
                        : (Reflect.get(target, name) as unknown),
                  }),
                ),
              ),
          },
          clock,
          [NUMBER],
        ),
      );
    expect(await tampered('"denominator":77')).not.toEqual([]);
  });
});
