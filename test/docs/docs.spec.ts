import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { decisionIndex } from './decisions.js';
import { indicatorRegister } from './indicators.js';
import { referencesIn, unresolved } from './references.js';
import { registeredRules, ruleRegister } from './rules.js';
import { PROJECT, sourcesIn } from './sources.js';

/** Pages that are made from the code; `npm run docs` writes them. */
const MADE: readonly (readonly [string, () => string])[] = [
  ['docs/adr/README.md', decisionIndex],
  ['docs/indicators.md', indicatorRegister],
  ['docs/rules.md', ruleRegister],
];

describe('pages made from the code', () => {
  test.each(MADE)('%s is up to date: npm run docs', (path, make) => {
    if (process.env['SAMSPILL_WRITE_DOCS']) writeFileSync(join(PROJECT, path), make());
    expect(readFileSync(join(PROJECT, path), 'utf8')).toBe(make());
  });
});

describe('a rule', () => {
  const rules = registeredRules();

  test('is decided in code', () => {
    expect(rules.length).toBeGreaterThan(100);
    expect(rules.filter(({ decidedIn }) => decidedIn.length === 0).map(({ rule }) => rule)).toEqual([]);
  });

  test('has a specification', () => {
    expect(rules.filter(({ specifiedIn }) => specifiedIn.length === 0).map(({ rule }) => rule)).toEqual([]);
  });
});

describe('a reference in code, tests and decisions', () => {
  test('is found in every form that is written', () => {
    const text = 'As R4 and R12 say (workflow § 3.5, figures 7 and 9; indicators 18, 26 and 30; ADR 0021).';
    expect(referencesIn(text)).toEqual(['R4', 'R12', '§ 3.5', '7', '9', '18', '26', '30', 'ADR 0021']);
  });

  test('resolves to a page in docs/', () => {
    const sources = sourcesIn(['apps', 'libs', 'test', 'docs/adr', 'scripts'], /\.(tsx?|mjs|md)$/);
    const own = sources.filter(({ path }) => !path.startsWith('test/docs/'));
    expect(own.flatMap(unresolved)).toEqual([]);
  });
});

test('each link of docs/architecture.md and CONTRIBUTING.md leads to a file of the project', () => {
  const linksOf = (path: string) =>
    [...readFileSync(join(PROJECT, path), 'utf8').matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, link]) =>
      join(PROJECT, dirname(path), link!),
    );
  const links = ['docs/architecture.md', 'CONTRIBUTING.md'].flatMap(linksOf);
  expect(links.filter((link) => /\/libs\/.*\.ts$/.test(link)).length).toBeGreaterThanOrEqual(12);
  expect(links.filter((link) => !existsSync(link))).toEqual([]);
});
