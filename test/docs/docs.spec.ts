import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { decisionIndex, misshapenDecisions } from './decisions.js';
import { indicatorRegister } from './indicators.js';
import { referencesIn, unresolved } from './references.js';
import { registeredRules, ruleRegister } from './rules.js';
import { PROJECT, sourcesIn, type Source } from './sources.js';
import { unrefusedRules } from './unrefused-rules.js';

/** Pages that are made from the code; `npm run docs` writes them. */
const MADE: readonly (readonly [string, () => string])[] = [
  ['docs/adr/README.md', decisionIndex],
  ['docs/indicators.md', indicatorRegister],
  ['docs/rules.md', ruleRegister],
];

/** Pages for readers in the project's folder itself. */
const ROOT_PAGES = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'];
const pageOf = (path: string): Source => ({ path, text: readFileSync(join(PROJECT, path), 'utf8') });

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

test('a rule that refuses nothing is described where it is decided', () => {
  expect(unrefusedRules().filter(({ sentence }) => sentence === undefined)).toEqual([]);
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

test('each decision follows the template', () => {
  expect(misshapenDecisions()).toEqual([]);
});

test('each link of the documentation leads to a file of the project', () => {
  const linksOf = ({ path, text }: Source) =>
    [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, link]) => ({
      path,
      link: join(PROJECT, dirname(path), decodeURI(link!)),
    }));
  const pages = [...sourcesIn(['docs'], /\.md$/), ...ROOT_PAGES.map(pageOf)];
  const links = pages.flatMap(linksOf);
  const toCode = links.filter(({ path, link }) => path === 'docs/architecture.md' && /\/libs\/.*\.ts$/.test(link));
  expect(toCode.length).toBeGreaterThanOrEqual(12);
  expect(links.filter(({ link }) => !existsSync(link))).toEqual([]);
});
