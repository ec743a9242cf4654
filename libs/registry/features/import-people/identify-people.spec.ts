import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { isRefused } from '#platform/kernel';
import { Directory } from '../../contract/index.js';
import { openRegistryDatabase, type RegistryDatabase } from '../../registry-database.examples.js';
import { contextOf, importer } from '../../registry.examples.js';
import { RegisterPerson } from '../index.js';
import { inventedFile } from '../import-units/public-registers.examples.js';
import { PersonStreams } from '../../streams/registry.streams.js';
import { UnitImport } from '../import-units/unit-import.js';
import { PersonImport } from './person-import.js';

// People are never merged or duplicated without an answer.

const of = '9901';
const HEADING = 'navn;e-post;tittel;rolle;orgnr;fra;til\n';
let registry: RegistryDatabase;
let surname = 0;
/** A name not used in an earlier test. */
let name: string;
beforeAll(async () => {
  registry = await openRegistryDatabase();
  const units = { tenant: of, registerMunicipalities: true };
  await registry.module.get(UnitImport).run([inventedFile('units.json')], units, importer);
  await registry.caughtUp();
}, 60_000);
afterAll(() => registry.close());
beforeEach(() => {
  surname += 1;
  name = `Kari Nordmann${'a'.repeat(surname)}`;
});

const run = async (lines: readonly string[], options: object = {}) => {
  const file = { name: 'people.csv', bytes: new TextEncoder().encode(HEADING + lines.join('\n')) };
  const report = await registry.module.get(PersonImport).run(file, { tenant: of, ...options }, importer);
  await registry.caughtUp();
  return report;
};
const answered = (...answers: (readonly [number, string])[]) => ({ answers: new Map(answers) });
const named = async (whom = name) =>
  (await registry.module.get(Directory).people(of)).filter((person) => person.name === whom);
const addressesOf = async (whom = name) => (await named(whom)).map(({ email }) => email).sort();
/** Imports lines that raise no questions, and checks that importing them again changes nothing. */
const importOf = async (...lines: readonly string[]) => {
  expect(await run(lines)).toMatchObject({ applied: true, bad: [], questions: [] });
  expect(await run(lines)).toMatchObject({ applied: true, bad: [], questions: [], events: 0 });
};

describe('the import asks, and imports nothing before the answer', () => {
  test.each([
    ['a new mail domain', ';gammel', ';ny'],
    ['an address that came later', ';', ';ny'],
    ['a namesake without an address, in another role', ';', ';;;lærer;310000019;;'],
    ['a line without the address that is known', ';gammel', ';;;lærer;310000019;;'],
  ])('%s', async (_, before, after) => {
    const line = (rest: string) =>
      name + (rest.length > 1 && !rest.includes(';;') ? `${rest}@${surname}.example` : rest);
    await importOf(line(before));
    const [{ personId }] = (await named()) as unknown as [{ personId: string }];
    const report = await run([line(after)]);
    expect(report).toMatchObject({ applied: false, events: 0, bad: [] });
    expect(report.questions).toMatchObject([
      { line: 2, name, answer: null, options: [{ answer: personId, line: null }] },
    ]);
    expect(await named()).toHaveLength(1);
    expect(await run([line(after)], answered([2, 'line-7']))).toMatchObject({ applied: false });
    expect(await run([line(after)], answered([2, personId]))).toMatchObject({ applied: true, added: [] });
    expect(await named()).toHaveLength(1);
    expect(await run([line(after)])).toMatchObject({ applied: true, questions: [], events: 0 });
  });

  test('namesakes are listed with role and place, also those on earlier lines', async () => {
    await importOf(`${name};a@${surname}.example;;lærer;310000019;;`);
    expect(await run([`${name};b@${surname}.example;;direktør;;;`], answered([2, 'new']))).toMatchObject({
      applied: true,
    });
    const lines = [`${name};;;rektor;310000019;;`, `${name};;;møteleder;310000019;;`];
    const [first] = (await run(lines)).questions;
    const place = 'Fjordvik skole';
    expect(first!.roles).toEqual([{ role: 'unit-leader', place }]);
    const roles = first!.options.flatMap((option) => option.roles);
    expect(roles.toSorted((one, other) => one.role.localeCompare(other.role))).toEqual([
      { role: 'director', place: null },
      { role: 'teacher', place },
    ]);
    const second = (await run(lines, answered([2, 'new']))).questions[1]!;
    expect(second.options.at(-1)).toMatchObject({ roles: [{ role: 'unit-leader', place }], line: 2 });
  });

  test('a person registered by hand', async () => {
    const registered = await registry.commands.execute(
      new RegisterPerson({ name, email: null, title: null }, contextOf(`hand ${surname}`)),
    );
    expect(isRefused(registered)).toBe(false);
    await registry.caughtUp();
    expect((await run([`${name};kari@hand.example`])).questions).toHaveLength(1);
    expect(await run([`${name};kari@hand.example`], answered([2, 'new']))).toMatchObject({ applied: true });
    expect(await addressesOf()).toEqual(['kari@hand.example', null].sort());
    expect(await run([`${name};kari@hand.example`])).toMatchObject({ questions: [], events: 0 });
  });

  test('an address that two people share', async () => {
    const other = `Ola ${name}`;
    const lines = [`${name};post@${surname}.example`, `${other};post@${surname}.example`];
    const report = await run(lines);
    expect(report.questions).toMatchObject([{ line: 3, name: other, options: [{ answer: 'line-2', name, line: 2 }] }]);
    expect(await run(lines, answered([3, 'new']))).toMatchObject({ applied: true });
    expect([...(await named()), ...(await named(other))].map(({ email }) => email)).toEqual([
      `post@${surname}.example`,
      `post@${surname}.example`,
    ]);
    expect(await run(lines)).toMatchObject({ questions: [], events: 0 });
  });

  test('an address that only one of the lines has', async () => {
    const lines = [`${name};kari@${surname}.example;rektor;rektor;310000000;;`, `${name};;;møteleder;310000000;;`];
    expect((await run(lines)).questions).toMatchObject([{ line: 3, options: [{ answer: 'line-2' }] }]);
    expect(await run(lines, answered([3, 'line-2']))).toMatchObject({ applied: true });
    expect((await named()).map(({ roles }) => roles.length)).toEqual([2]);
    expect(await run(lines)).toMatchObject({ questions: [], events: 0 });
  });

  test('namesakes without an address, answered one by one', async () => {
    const lines = ['310000000', '310000019', '310000027'].map((unit) => `${name};;;lærer;${unit};;`).slice(0, 2);
    expect((await run(lines)).questions).toMatchObject([{ line: 3, options: [{ answer: 'line-2' }] }]);
    expect(await run(lines, answered([3, 'new']))).toMatchObject({ applied: true });
    expect((await named()).map(({ roles }) => roles.length)).toEqual([1, 1]);
    expect(await run(lines)).toMatchObject({ questions: [], events: 0 });
  });

  test('new namesakes get the same ids in whatever order their streams answer', async () => {
    const streams = registry.module.get(PersonStreams);
    const load = streams.load.bind(streams);
    const lines = [`${name};;;lærer;310000000;;`, `${name};;;møteleder;310000000;;`, `${name};;;rektor;310000019;;`];
    const answers = answered([3, 'new'], [4, 'new']);
    const previewWithSlow = async (isSlow: (nth: number) => boolean) => {
      let nth = 0;
      const loads = jest.spyOn(streams, 'load').mockImplementation(async (...stream) => {
        nth += 1;
        if (isSlow(nth)) await pause(30);
        return load(...stream);
      });
      const { digest } = await run(lines, { ...answers, preview: true });
      loads.mockRestore();
      return digest;
    };
    const digest = await previewWithSlow(() => false);
    expect(await previewWithSlow((nth) => nth % 2 === 0)).toBe(digest);
    expect(await previewWithSlow((nth) => nth % 2 === 1)).toBe(digest);
    expect(await run(lines, { ...answers, digest })).toMatchObject({ applied: true });
  });

  test('lines with open questions are left out when bad lines are skipped', async () => {
    const lines = [`${name};a@${surname}.example`, `${name};b@${surname}.example`];
    expect(await run(lines, { skipBad: true })).toMatchObject({ applied: true, events: 1 });
    expect(await addressesOf()).toEqual([`a@${surname}.example`]);
  });
});

describe('the person is certain', () => {
  test('the same name and address, with precomposed or combining characters', async () => {
    name = `Åse Bjørnåg ${surname}`;
    await importOf(`${name};ase@${surname}.example`);
    expect(await run([`${name.normalize('NFD')};ASE@${surname}.example`])).toMatchObject({ questions: [], events: 0 });
    expect(await run([`${name.normalize('NFD')}`])).toMatchObject({ questions: [], events: 0 });
  });

  test('names in two columns, or the family name first, are the same names', async () => {
    await importOf(`${name};to@${surname}.example`);
    const [given, family] = name.split(' ') as [string, string];
    const file = (text: string) => ({ name: 'f.csv', bytes: new TextEncoder().encode(text) });
    for (const text of [
      `fornavn;etternavn;epost\n${given};${family};to@${surname}.example`,
      `navn;epost\n"${family}, ${given}";to@${surname}.example`,
    ])
      expect(await registry.module.get(PersonImport).run(file(text), { tenant: of }, importer)).toMatchObject({
        questions: [],
        events: 0,
        bad: [],
      });
  });
});

describe('a file that is imported again changes nothing', () => {
  test.each([
    ['a role that begins later', '2027-08-01;'],
    ['a role that has ended', '2025-08-01;2026-06-30'],
    ['a role without days', ';'],
    ['a role that ends', ';2026-12-31'],
  ])('%s', (_, days) => importOf(`${name};a@${surname}.example;;lærer;310000000;${days}`));

  test.each([
    ['a role that begins later is meant where the line says no day', '2027-08-01;', ';'],
    ['a role that is held is meant where the line says a later day', '2026-01-01;', '2027-08-01;'],
  ])('%s', async (_, before, after) => {
    const line = (days: string) => `${name};a@${surname}.example;;lærer;310000000;${days}`;
    await importOf(line(before));
    expect(await run([line(after)])).toMatchObject({ applied: true, bad: [], events: 0 });
  });

  test.each([
    ['an earlier first day than is registered', '2026-08-01;', '2026-01-01;', 'ROLE_OVERLAPS'],
    ['a last day before the first', '2026-08-01;', ';2026-06-30', 'DATE_WRONG'],
    ['a role that was over before it was registered', '', ';2020-06-30', 'ROLE_IS_OVER'],
  ])('an impossible change is a bad line with its rule: %s', async (_, before, after, rule) => {
    const line = (days: string) => `${name};a@${surname}.example;;lærer;310000000;${days}`;
    if (before !== '') await importOf(line(before));
    expect((await run([line(after)])).bad).toEqual([{ file: 'people.csv', line: 2, rule }]);
  });
});

test.each([
  'rektor styrar einingsleiar møteansvarleg møteleiar lærar kontaktlærar',
  'rektor styrer enhetsleder møteansvarlig møteleder lærer kontaktlærer',
])('role names are known in bokmål and nynorsk: %s', async (words) => {
  const lines = words.split(' ').map((word, i) => `${name} ${i};${i}@${surname}.example;;${word};310000000;;`);
  expect(await run(lines, { preview: true })).toMatchObject({ bad: [], questions: [] });
});

test.each(['tenestemedlem teneste verksemdsleiar', 'koordinator direktør kommunedirektør folkevald personvernombod'])(
  'role names that need another place or none are known too: %s',
  async (words) => {
    const lines = words.split(' ').map((word, i) => `${name} ${i};${i}@${surname}.example;;${word};;;`);
    const { bad } = await run(lines, { preview: true });
    expect(bad.map(({ rule }) => rule)).not.toContain('ROLE_UNREADABLE');
  },
);

test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('«%s» is no role', async (word) => {
  expect((await run([`${name};;;${word};310000000;;`])).bad.map(({ rule }) => rule)).toEqual(['ROLE_UNREADABLE']);
});
