import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { PROJECT } from './sources.js';

const text = readFileSync(join(PROJECT, 'docs/security.md'), 'utf8');
/** Numbers of the requirements by level; the standard is CC BY-SA 4.0, its texts are not in this file. */
const ASVS = JSON.parse(readFileSync(join(PROJECT, 'test/fixtures/asvs-5.0.json'), 'utf8')) as Readonly<
  Record<'level1' | 'level2' | 'level3', string>
>;
const level = (number: 1 | 2 | 3) => ASVS[`level${number}`].split(' ');

/** Files named in a text, between backticks. */
const filesIn = (part: string): readonly string[] =>
  [...part.matchAll(/`([\w.-]+(?:\/[\w.-]+)+)`/g)].map(([, path]) => path!);
const isSpec = (path: string) => /\.spec\.ts$|\.examples\.ts$/.test(path);

interface Line {
  readonly number: string;
  readonly level: string;
  readonly requirement: string;
  readonly state: string;
  readonly where: string;
  readonly proof: string;
}
const cells = (line: string) =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
const lines: readonly Line[] = text
  .split('\n')
  .filter((line) => /^\| \d+\.\d+\.\d+ +\| \d /.test(line))
  .map((line) => {
    const [number, of, requirement, state, where, proof] = cells(line) as [
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    return { number, level: of, requirement, state, where, proof };
  });

describe('the table of OWASP ASVS in docs/security.md', () => {
  test('has every requirement of levels 1 and 2 once, in order, with its level', () => {
    const wanted = ([1, 2] as const).flatMap((of) => level(of).map((number) => [number, String(of)]));
    const inOrder = wanted.toSorted(([a], [b]) => a!.localeCompare(b!, 'en', { numeric: true }));
    expect(inOrder).toHaveLength(253);
    expect(lines.map(({ number, level: of }) => [number, of])).toEqual(inOrder);
  });

  test('says of each whether it is met, does not apply, is the operator’s part, or is not met', () => {
    const states = new Set(lines.map(({ state }) => state));
    expect(states).toEqual(new Set(['met', 'not applicable', "the operator's", '**not met**']));
  });

  test('leads for each that is the operator’s part to the instruction', () => {
    const operations = readFileSync(join(PROJECT, 'docs/operations.md'), 'utf8');
    const headings = [...operations.matchAll(/^##+ (.+)$/gm)].map(([, title]) => title!);
    const without = lines.filter(({ state, where }) => {
      const [, title = ''] = /\[([^\]]+)\]\(operations\.md#[\w-]+\)/.exec(where) ?? [];
      return state === "the operator's" && !headings.includes(title);
    });
    expect(without).toEqual([]);
  });

  test('names for each that is met where, and a test that proves it', () => {
    const without = lines.filter(
      ({ state, where, proof }) =>
        state === 'met' && (where === '' || !(filesIn(proof).some(isSpec) || proof.startsWith('by the library'))),
    );
    expect(without).toEqual([]);
  });

  test('gives a reason for each that is not met or does not apply', () => {
    const without = lines.filter(({ state, where }) => state !== 'met' && where.length < 10);
    expect(without).toEqual([]);
  });

  test('has immediate revocation and step-up of level 3', () => {
    for (const number of ['8.3.2', '7.5.3']) {
      expect(level(3)).toContain(number);
      expect(text).toMatch(new RegExp(`^\\| ${number.replaceAll('.', '\\.')} +\\| .* \\| (met|not met) `, 'm'));
    }
  });

  test('credits the standard and its licence', () => {
    expect(text).toContain('OWASP Application Security Verification Standard 5.0.0');
    expect(text).toContain('CC BY-SA 4.0');
  });
});

describe('docs/security.md', () => {
  test('names only files and tests that exist', () => {
    const files = filesIn(text);
    expect(files.length).toBeGreaterThan(200);
    const missing = files.filter((path) => !path.startsWith('/') && !existsSync(join(PROJECT, path)));
    expect([...new Set(missing)]).toEqual([]);
  });

  test('has the threats of every application and library', () => {
    const modules = ['apps', 'libs', 'libs/platform'].flatMap((folder) =>
      readdirSync(join(PROJECT, folder), { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && entry.name !== 'platform')
        .map(({ name }) => `${folder}/${name}`),
    );
    /** Parts of the platform without input of their own: pure code, and glue that the modules above are made of. */
    const without = [
      ...['composition', 'event-store', 'holidays', 'html', 'kernel', 'pdf', 'streams', 'worker'].map(
        (name) => `libs/platform/${name}`,
      ),
    ];
    const table = text.slice(text.indexOf('## Threats by module'), text.indexOf('## Data'));
    const covered = modules.filter((module) => table.includes(`\`${module}\``));
    expect(modules.filter((module) => !covered.includes(module)).sort()).toEqual(without.sort());
  });

  test.each(['Keys', 'Data', 'Communication', 'Logs', 'Packages'])(
    'has the section %s, which the table names',
    (name) => {
      expect(text).toMatch(new RegExp(`^## ${name}$`, 'm'));
    },
  );
});
