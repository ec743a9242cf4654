import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migratedDatabase, type FreshDatabase } from '../../../../test/postgres.js';
import { separateLogSettings } from '../../../../test/separate-log.js';
import { EXIT } from '#platform/process';
import { migrations } from '../../../composition/src/index.js';
import { OPENID_SETTINGS, runHere } from '../cli.examples.js';

// Asker as it changed its number in 2020 and in 2024, beside Oslo.

let database: FreshDatabase;
let folder: string;
let environment: Readonly<Record<string, string>>;

beforeAll(async () => {
  database = await migratedDatabase(migrations);
  folder = await mkdtemp(join(tmpdir(), 'samspill-number-'));
  environment = {
    ...separateLogSettings(),
    ...database.environment,
    SAMSPILL_DATA: folder,
    SAMSPILL_CLOCK: '2026-11-22T09:00:00+01:00',
  };
  const list = join(folder, 'kommuner.csv');
  await writeFile(list, 'kommunenr;navn;malform\r\n0220;Asker;Bokmål\r\n0301;Oslo;Nøytral\r\n');
  for (const command of [['migrate'], ['import', 'municipalities', list]])
    expect((await runHere(command, environment)).code).toBe(EXIT.ok);
}, 90_000);
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const change = (number: string, from: string, ...more: string[]) =>
  runHere(
    ['admin', 'change-number', '--municipality', '0220', '--number', number, '--from', from, ...more],
    environment,
  );
const changes = async () =>
  (await runHere(['events', '--stream', '0220/municipality-0220'], environment)).out.match(
    /MunicipalityNumberChanged/g,
  ) ?? [];

test('a dry run prints the numbers and names as they would be, and changes nothing', async () => {
  const { code, out, err } = await change('3025', '2020-01-01', '--name', 'Asker kommune', '--dry-run');
  expect([code, err]).toEqual([EXIT.ok, 'Nothing was changed: --dry-run.']);
  expect(out.split('\n')).toEqual([
    '0220  to 2019-12-31',
    '3025  from 2020-01-01',
    'Asker  to 2019-12-31',
    'Asker kommune  from 2020-01-01',
  ]);
  expect(await changes()).toHaveLength(0);
}, 30_000);

test('each change is recorded once, also when the command is repeated', async () => {
  expect((await change('3025', '2020-01-01')).code).toBe(EXIT.ok);
  expect((await change('3025', '2020-01-01')).code).toBe(EXIT.ok);
  const { code, out } = await change('3203', '2024-01-01');
  expect(code).toBe(EXIT.ok);
  expect(out.split('\n')).toEqual([
    '0220  to 2019-12-31',
    '3025  from 2020-01-01 to 2023-12-31',
    '3203  from 2024-01-01',
    'Asker  always',
  ]);
  expect(await changes()).toHaveLength(2);
}, 60_000);

test.each([
  ['people', 'navn;e-post;rolle', 'Person En;en@asker.example;koordinator'],
  ['services', 'tjeneste;type', 'PPT;ppt'],
])(
  'an import of %s finds the municipality by any of its numbers',
  async (what, heading, line) => {
    const file = join(folder, `${what}.csv`);
    await writeFile(file, `${heading}\r\n${line}\r\n`);
    const imported = (number: string) => runHere(['import', what, '--municipality', number, file], environment);
    expect(await imported('3203')).toMatchObject({ code: EXIT.ok, out: '1 lines: 1 new, 0 changed, 0 unchanged' });
    for (const number of ['0220', '3025'])
      expect(await imported(number)).toMatchObject({ code: EXIT.ok, out: '1 lines: 0 new, 0 changed, 1 unchanged' });
  },
  60_000,
);

test('a coordinator is invited by any number of the municipality', async () => {
  const invite = (number: string) =>
    runHere(['admin', 'invite-coordinator', '--municipality', number, '--name', 'Kari Nordmann'], {
      ...environment,
      ...OPENID_SETTINGS,
    });
  const invited = [await invite('3203'), await invite('0220'), await invite('3025')];
  expect(invited.map(({ code }) => code)).toEqual([EXIT.ok, EXIT.ok, EXIT.ok]);
  // The person is in one municipality, and has a link from each time.
  expect(new Set(invited.map(({ err }) => /^Person (\S+)\./.exec(err)?.[1])).size).toBe(1);
  expect(invited.every(({ out }) => out.startsWith('https://samspill.example.no/invitasjon#0220.'))).toBe(true);
  expect(new Set(invited.map(({ out }) => out)).size).toBe(3);
}, 90_000);

test.each([
  ['0301', '2027-01-01', 'En annen kommune har dette nummeret på den datoen eller senere.'],
  ['3203', '2027-01-01', 'Kommunen har dette nummeret allerede.'],
  ['3204', '2022-01-01', 'Datoen er ikke etter kommunens forrige nummerskifte.'],
])(
  'the number %s from %s is refused with a sentence',
  async (number, from, sentence) => {
    const { code, err } = await change(number, from);
    expect(err).toContain(sentence);
    expect(code).toBe(EXIT.faults);
    expect(await changes()).toHaveLength(2);
  },
  30_000,
);

test.each([
  [['--number', '32'], 'a municipality number has four digits'],
  [['--from', '1.1.2027'], 'a date is written as 2027-01-01'],
])('%j is refused as wrong usage', async (wrong, sentence) => {
  const { code, err } = await change('3204', '2027-01-01', ...wrong);
  expect(err).toContain(sentence);
  expect(code).toBe(EXIT.wrongUse);
});

test('the log and the read models are undamaged afterwards', async () => {
  expect((await runHere(['verify'], environment)).code).toBe(EXIT.ok);
}, 30_000);
