import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import writeXlsx from 'write-excel-file/node';
import { MunicipalityImport } from '#registry';
import { verify, type Finding } from '../apps/cli/src/verify/verify.js';
import { NUMBER, personOf, tellStory } from './routes/rights.municipality.js';
import { startApi, type RunningApi } from './running-api.js';

// Files with wrong bytes, in every format and of every kind: each is read or refused with a sentence, no read model
// stops, and the stored data can be read back. The seed is fixed; change it here to try another.

const SEED = 20261128;
const FILES_OF_EACH = 16;
let api: RunningApi;
beforeAll(async () => {
  api = await startApi('2026-11-22T08:00:00Z', ({ events }) => tellStory(events));
  await api.settled();
}, 60_000);
afterAll(() => api.close());

type Rows = readonly (readonly string[])[];
const TABLES = {
  units: [
    ['orgnr', 'navn', 'type', 'eierforhold', 'antall', 'område'],
    ['310000000', 'Blåsbortås skole', 'grunnskole', 'kommunal', '120', 'Nord'],
    ['310000116', 'Bjørkelia barnehage', 'barnehage', 'privat', '20', ''],
  ],
  people: [
    ['navn', 'e-post', 'telefon', 'tittel', 'rolle', 'orgnr', 'fra', 'til'],
    ['Åse Øvergård', 'ase@fuzz.example', '912 34 567', 'lærer', 'lærer', '310000000', '01.08.2026', ''],
    ['Ola Nordmann', 'ola@fuzz.example', '', '', 'koordinator', '', '2026-08-01', '2027-07-31'],
  ],
  services: [
    ['tjeneste', 'type', 'virksomhet', 'orgnr', 'kontakt', 'møteplikt'],
    ['PPT for små', 'ppt', 'Barn og unge', '310000000', '', 'ja'],
    ['Helsestasjon sør', 'helsestasjon', 'Helse', '', '', 'nei'],
  ],
  municipalities: [
    ['kommunenr', 'navn', 'målform'],
    ['9902', 'Øvre Fuzz', 'nynorsk'],
    ['9903', 'Nedre Fuzz', 'bokmål'],
  ],
} as const satisfies Record<string, Rows>;
type Kind = keyof typeof TABLES;

const csv = (rows: Rows) => rows.map((row) => row.join(';')).join('\r\n');
const json = ([heading = [], ...rows]: Rows) =>
  JSON.stringify(rows.map((row) => Object.fromEntries(heading.map((name, i) => [name, row[i]]))));
const bytes = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding);
async function whole(kind: Kind): Promise<readonly Buffer[]> {
  const rows: Rows = TABLES[kind];
  const cells = rows.map((row) => row.map((value) => ({ value })));
  const sheet = await writeXlsx(cells).toBuffer();
  return [bytes(csv(rows)), bytes(csv(rows), 'latin1'), bytes(csv(rows), 'utf16le'), bytes(json(rows)), sheet];
}

/** Byte sequences known to break parsers, inserted unchanged. */
const NASTY = [
  '\u0000',
  '\\u0000',
  '\\ud800',
  '\u0007',
  '"',
  ';;;',
  '\r\n\r\n',
  '9'.repeat(3_000),
  ' '.repeat(3_000),
  'constructor',
  '__proto__',
  '0000-01-01',
  '9999-12-31',
  '+010000-01-01',
  '2147483648',
  '-1',
  '1e400',
  'A\u030a',
  '\u202e',
  '[[[[',
  '{"a":{"b":[',
  'sep=;\r\n',
  '01819012345',
].map((text) => bytes(text));
const change = fc.oneof(
  fc.record({ what: fc.constant('set' as const), at: fc.double({ min: 0, max: 1, noNaN: true }), byte: fc.nat(255) }),
  fc.record({ what: fc.constant('cut' as const), at: fc.double({ min: 0, max: 1, noNaN: true }), size: fc.nat(40) }),
  fc.record({
    what: fc.constant('insert' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    nasty: fc.constantFrom(...NASTY),
  }),
);
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;
function changed(file: Buffer, it: Change): Buffer {
  const at = Math.floor(it.at * file.length);
  const before = file.subarray(0, at);
  switch (it.what) {
    case 'set':
      return Buffer.concat([before, Buffer.of(it.byte), file.subarray(at + 1)]);
    case 'cut':
      return Buffer.concat([before, file.subarray(at + it.size)]);
    case 'insert':
      return Buffer.concat([before, it.nasty, file.subarray(at)]);
  }
}

async function send(kind: Exclude<Kind, 'municipalities'>, file: Buffer): Promise<{ status: number; body: string }> {
  const response = await fetch(`${api.url}/api/imports/${kind}?skipBad=true`, {
    method: 'POST',
    headers: { cookie: await api.cookie(NUMBER, personOf('coordinator')), 'content-type': 'application/octet-stream' },
    body: new Uint8Array(file),
  });
  return { status: response.status, body: await response.text() };
}

test.each(Object.keys(TABLES) as Kind[])(
  'files of %s with wrong bytes are read or refused',
  async (kind) => {
    for (const [format, file] of (await whole(kind)).entries()) {
      const many = fc.sample(fc.array(change, { minLength: 1, maxLength: 4 }), {
        seed: SEED + format,
        numRuns: FILES_OF_EACH,
      });
      for (const changes of many) {
        const given = changes.reduce(changed, file);
        const description = `${kind} ${given.toString('base64')}`;
        if (kind === 'municipalities') {
          const importer = {
            actor: 'system:operator',
            today: '2026-11-22' as never,
            correlationId: crypto.randomUUID(),
          };
          const importing = api.app.get(MunicipalityImport, { strict: false });
          const report = await importing.run({ name: 'file', bytes: given }, { skipBad: true }, importer);
          expect({ told: description, isReport: Array.isArray(report.bad) }).toEqual({
            told: description,
            isReport: true,
          });
        } else {
          const { status, body } = await send(kind, given);
          expect({ told: description, body, isAnswered: [200, 409, 422].includes(status) }).toEqual({
            told: description,
            body,
            isAnswered: true,
          });
        }
      }
    }
    await api.settled();
  },
  180_000,
);

test('every event that was written can be read', async () => {
  const findings: Finding[] = [];
  const quiet = { out: () => undefined, err: () => undefined, draw: () => undefined, interactive: false, width: 80 };
  const signal = new AbortController().signal;
  const { events } = await verify(api.installation, { onFinding: (it) => findings.push(it), terminal: quiet, signal });
  expect(findings).toEqual([]);
  expect(events).toBeGreaterThan(0);
}, 120_000);
