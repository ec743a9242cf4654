import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { EXIT } from '#platform/process';
import { runHere } from '../cli.examples.js';

const GOOD = { orgnr: '974578247', navn: 'Heggedal skole', type: 'barneskole', eierforhold: 'offentlig', antall: 312 };
let folder: string;
let database: Record<string, string>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samspill-demo-'));
  // The command line and the file are checked first: no database is opened.
  database = { SAMSPILL_DATA: join(folder, 'never-made') };
});
afterAll(() => rm(folder, { recursive: true }));

async function fileOf(name: string, content: unknown): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}
const demo = (...args: readonly string[]) => runHere(['demo', ...args], database);

describe('samspill demo refuses', () => {
  test.each([['0'], ['21'], ['2.5'], ['-1'], ['ti']])('%s school years', async (years) => {
    const { code, err } = await demo('--units', 'units.json', '--years', years);
    expect(code).toBe(EXIT.wrongUse);
    expect(err).toContain('the number of school years is a whole number from 1 to 20');
  });

  test.each([[['--years', '2']], [['--units', 'units.json']], [['--municipality', '3203']]])(
    'a history of which something is missing: %j',
    async (args) => {
      const { code, err } = await demo(...args);
      expect(code).toBe(EXIT.wrongUse);
      expect(err).toContain('Give both --units and --years');
    },
  );

  test('a municipality number that has not four digits', async () => {
    const { code, err } = await demo('--units', 'units.json', '--years', '2', '--municipality', 'Asker');
    expect(code).toBe(EXIT.wrongUse);
    expect(err).toContain('four digits');
  });

  test('a file that is not there', async () => {
    const { code, err } = await demo('--units', join(folder, 'nothing.json'), '--years', '2');
    expect(code).toBe(EXIT.wrongUse);
    expect(err).toContain('nothing.json cannot be read (ENOENT)');
  });

  test('a file that is no table, and bad lines, which are named', async () => {
    const broken = await demo('--units', await fileOf('broken.json', '[{'), '--years', '2');
    expect(broken.code).toBe(EXIT.faults);
    expect(broken.out).toContain('broken.json');
    const lines = [
      { ...GOOD, kommunenr: '3203' },
      { ...GOOD, orgnr: '974578248', kommunenr: '3203' },
    ];
    const { code, out, err } = await demo('--units', await fileOf('bad.json', lines), '--years', '2');
    expect(code).toBe(EXIT.faults);
    expect(out.split('\n')).toEqual([expect.stringMatching(/^bad\.json:\d+: /)]);
    expect(err).toContain('1 bad line');
    expect(err).toContain('nothing was made');
  });

  test('a file with the units of several municipalities, until one is chosen', async () => {
    const two = [
      { ...GOOD, kommunenr: '3203' },
      { ...GOOD, orgnr: '974552078', kommunenr: '1505' },
    ];
    const path = await fileOf('two.json', two);
    const { code, err } = await demo('--units', path, '--years', '2');
    expect(code).toBe(EXIT.wrongUse);
    expect(err).toContain('2 municipalities: choose one with --municipality (1505, 3203)');
    const other = await demo('--units', path, '--years', '2', '--municipality', '5001');
    expect(other.code).toBe(EXIT.faults);
    expect(other.err).toContain('no schools or kindergartens of the municipality 5001');
  });
});
