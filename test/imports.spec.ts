import { afterAll, beforeAll, expect, test } from '@jest/globals';
import writeXlsx from 'write-excel-file/node';
import { NUMBER, personOf, tellStory } from './routes/rights.municipality.js';
import { ASKERS, type AskerName } from './routes/rights.table.js';
import { startApi, type RunningApi } from './running-api.js';

// A file of schools and kindergartens, uploaded as a page or a program does it.

let api: RunningApi;
beforeAll(async () => {
  api = await startApi('2026-11-22T08:00:00Z', ({ events }) => tellStory(events));
  await api.settled();
}, 60_000);
afterAll(() => api.close());

const CSV = ['orgnr;navn;type;eierforhold;antall', '310000000;Blåsbortås skole;grunnskole;kommunal;120'].join('\r\n');
const windows1252 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

interface Asked {
  readonly query?: string;
  readonly language?: string;
  readonly who?: AskerName;
  readonly register?: 'units' | 'people';
}
interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}
async function send(
  type: string,
  bytes: Uint8Array | string,
  { query = '', language = 'nb', who = 'coordinator', register = 'units' }: Asked = {},
): Promise<Answer> {
  const response = await fetch(`${api.url}/api/imports/${register}${query}`, {
    method: 'POST',
    headers: {
      cookie: await api.cookie(NUMBER, personOf(who)),
      'content-type': type,
      'accept-language': language,
    },
    body: bytes as NonNullable<RequestInit['body']>,
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}
const head = () => api.installation.events.head();
const line = (orgnr: string, navn: string) => ({
  orgnr,
  navn,
  type: 'barnehage',
  eierforhold: 'privat',
  antall: 20,
  kommunenr: NUMBER,
});

test('a preview lists the changes and writes nothing', async () => {
  const before = await head();
  expect(await send('text/csv', windows1252(CSV), { query: '?preview=true' })).toMatchObject({
    status: 200,
    body: { applied: false, counts: { new: 1, bad: 0 }, new: [{ name: 'Blåsbortås skole' }] },
  });
  expect(await head()).toBe(before);
});

test('a preview is carried out as shown, and refused if the registry has changed since', async () => {
  const preview = await send('text/csv', windows1252(CSV), { query: '?preview=true' });
  const other = CSV.replace(';120', ';121');
  const digest = `?digest=${String(preview.body.digest)}`;
  const before = await head();
  expect(await send('text/csv', windows1252(other), { query: digest })).toMatchObject({
    status: 409,
    body: { broken: [{ rule: 'IMPORT_PREVIEW_OUTDATED' }], applied: false },
  });
  expect(await head()).toBe(before);
});

test('CSV in Windows-1252 is imported with its letters, and a second import changes nothing', async () => {
  expect(await send('text/csv', windows1252(CSV))).toMatchObject({ status: 200, body: { applied: true } });
  const after = await head();
  expect(await send('text/csv', windows1252(CSV))).toMatchObject({ body: { counts: { new: 0, unchanged: 1 } } });
  expect(await head()).toBe(after);
  const unit = (await api.installation.events.read(NUMBER, 'unit-310000000')).at(0);
  expect(unit?.data).toMatchObject({ name: 'Blåsbortås skole', children: 120 });
});

test.each(['application/octet-stream', 'application/json', 'application/json; charset=utf-8'])(
  'JSON is imported as %s, also where it is larger than other requests may be',
  async (type) => {
    const file = JSON.stringify([
      line('310000116', 'Bjørkelia barnehage'),
      // Units of another municipality, which are left out; they make the file long.
      ...Array.from({ length: 8000 }, (_, i) => ({
        ...line('310000124', `Langt unna barnehage ${i}`),
        kommunenr: '0301',
      })),
    ]);
    expect(file.length).toBeGreaterThan(820_000);
    expect(await send(type, file, { query: '?preview=true' })).toMatchObject({
      status: 200,
      body: { lines: 8001, counts: { bad: 0, leftOut: 8000 } },
    });
  },
);

test('a workbook is imported', async () => {
  const answer = await send(
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    await workbook([
      ['orgnr', 'navn', 'type', 'eierforhold', 'antall'],
      ['310000124', 'Måsan barnehage', 'barnehage', 'kommunal', '30'],
    ]),
  );
  expect(answer).toMatchObject({ status: 200, body: { applied: true, new: [{ name: 'Måsan barnehage' }] } });
});

test.each([
  ['nb', 'Ingenting er importert', 'Organisasjonsnummeret er ikke gyldig'],
  ['nn', 'Ingenting er importert', 'Organisasjonsnummeret er ikkje gyldig'],
  ['en', 'Nothing was imported', 'The organisation number is not valid'],
])('bad lines are refused by number and reason, in %s', async (language, whole, sentence) => {
  const before = await head();
  const bad = `${CSV}\r\n310000020;Gal skole;grunnskole;kommunal;7\r\n;;grunnskole;kommunal;mange`;
  expect(await send('text/csv', windows1252(bad), { language })).toMatchObject({
    status: 422,
    body: {
      detail: expect.stringContaining(whole),
      broken: [{ rule: 'FILE_HAS_BAD_LINES' }],
      applied: false,
      bad: [
        { line: 3, rule: 'ORGANISATION_NUMBER_WRONG', detail: expect.stringContaining(sentence) },
        { line: 4, rule: 'ORGANISATION_NUMBER_MISSING' },
        { line: 4, rule: 'NAME_MISSING' },
        { line: 4, rule: 'NUMBER_UNREADABLE' },
      ],
    },
  });
  expect(await head()).toBe(before);
});

test('a file of people is refused where it is not certain whom a line is about', async () => {
  const before = await head();
  const people = 'navn;e-post\nRagna Solbakken;post@solbakken.example\nIda Solbakken;post@solbakken.example';
  expect(await send('text/csv', people, { register: 'people' })).toMatchObject({
    status: 422,
    body: { broken: [{ rule: 'FILE_HAS_QUESTIONS' }], applied: false, questions: [{ line: 3, name: 'Ida Solbakken' }] },
  });
  expect(await head()).toBe(before);
});

test('unreadable content is refused with the line of the fault', async () => {
  expect(await send('application/json', '[\n{"orgnr": 1},\n{oops}\n]')).toMatchObject({
    status: 422,
    body: { bad: [{ line: 3, rule: 'FILE_NOT_JSON' }] },
  });
});

test('a file that is too large is refused with a sentence while it is still being sent', async () => {
  expect(await send('text/csv', new Uint8Array(30 * 1024 * 1024))).toMatchObject({
    status: 413,
    body: { type: 'urn:samspill:problem:too-large', detail: expect.stringContaining('del det opp') },
  });
});

test('a file cannot be sent by a form, nor by anyone but the coordinator', async () => {
  expect((await send('multipart/form-data; boundary=x', CSV)).status).toBe(415);
  const before = await head();
  for (const who of ASKERS.filter((name) => name !== 'coordinator'))
    expect([who, (await send('text/csv', CSV, { who })).status]).toEqual([who, 403]);
  expect(await head()).toBe(before);
});

test('a register of the whole country is read as JSON', async () => {
  const line = (at: number) => ({ orgnr: organisationNumber(at), navn: `Barnehage ${at}`, kommunenr: '0301' });
  const file = JSON.stringify(Array.from({ length: 5_541 }, (_, at) => line(at)));
  const answer = await send('application/json', file, { query: '?preview=true' });
  expect(answer).toMatchObject({ status: 200, body: { lines: 5_541, counts: { bad: 0, new: 0 } } });
});

/** The organisation number that follows `at` in an invented series, with its MOD-11 check digit. */
function organisationNumber(at: number): string {
  const WEIGHTS = [3, 2, 7, 6, 5, 4, 3, 2];
  const numbers = String(30_000_000 + at * 10);
  for (let last = 0; last < 10; last += 1) {
    const base = numbers.slice(0, 7) + String(last);
    const sum = [...base].reduce((total, digit, place) => total + Number(digit) * WEIGHTS[place]!, 0);
    const check = (11 - (sum % 11)) % 11;
    if (check < 10) return base + String(check);
  }
  throw new Error('Of ten numbers in a row one has a check digit');
}

async function workbook(rows: string[][]): Promise<Uint8Array> {
  return new Uint8Array(await writeXlsx(rows.map((row) => row.map((value) => ({ value })))).toBuffer());
}
