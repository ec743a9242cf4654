import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import configuration from '../../.dependency-cruiser.mjs';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const ROOT = path('../..');
const FIXTURES = path('fixtures');
const { enhancedResolveOptions, tsConfig, ...options } = configuration.options;
const rules = configuration.forbidden.map(({ name }) => name);

/** Names of the rules that `folder` violates, each once. */
async function firedIn(folder: string, parts: readonly string[]): Promise<readonly string[]> {
  const { output } = await cruise(
    [...parts],
    { ...options, baseDir: folder, validate: true, ruleSet: { forbidden: configuration.forbidden } },
    enhancedResolveOptions,
    { tsConfig: extractTSConfig(`${ROOT}/${tsConfig.fileName}`) },
  );
  const { modules, summary } = output as ICruiseResult;
  expect(modules.length).toBeGreaterThan(0);
  return [...new Set(summary.violations.map(({ rule }) => rule.name))];
}

const partsOf = (folder: string) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

describe('the import rules', () => {
  test('have one fixture each', () => {
    expect(partsOf(FIXTURES).sort()).toEqual([...rules, 'subpath-imports-are-followed'].sort());
  });

  test.each(rules)('%s alone reports its fixture', async (rule) => {
    const folder = `${FIXTURES}/${rule}`;
    expect(await firedIn(folder, partsOf(folder))).toEqual([rule]);
  });

  test('apply to subpath imports', async () => {
    const folder = `${FIXTURES}/subpath-imports-are-followed`;
    expect(await firedIn(folder, partsOf(folder))).toEqual(['platform-knows-no-context']);
  });

  test('have a comment that gives the reason', () => {
    for (const { comment } of configuration.forbidden) expect(comment).toMatch(/^[A-Z].{40,}\.$/);
  });

  test('are all satisfied', async () => {
    expect(await firedIn(ROOT, ['apps', 'libs', 'test'])).toEqual([]);
  });
});
