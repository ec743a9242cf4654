import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

/** Written by the pages' build, which `npm test` runs first. */
const NOTICES = readFileSync(new URL('../../dist/web/tredjepart.txt', import.meta.url), 'utf8');
const SOURCES = new URL('../../apps/web/src/', import.meta.url);
const IMPORT = /^(?:import|export)(?! type)(?:[^;'"=]*\bfrom)? ?['"]((?:@[\w-]+\/)?[a-z][\w-]*)(?:\/[^'"]*)?['"]/gm;

const importedPackages = (): readonly string[] => {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.tsx?$/.test(name) && !/\.(spec|examples)\.tsx?$/.test(name),
  );
  const texts = files.map((name) => readFileSync(new URL(name, SOURCES), 'utf8'));
  return [...new Set(texts.flatMap((text) => [...text.matchAll(IMPORT)].map(([, name]) => name!)))];
};

test.each(importedPackages())('the notices shipped with the pages contain %s, with its licence', (name) => {
  const [, ...parts] = NOTICES.split('-'.repeat(72));
  const notice = [NOTICES.split('-'.repeat(72))[0]!.split('\n\n').slice(1).join('\n\n'), ...parts].find((part) =>
    part.trim().startsWith(`${name} `),
  );
  expect(notice).toMatch(/MIT|ISC|Apache|BSD|OFL/);
});

test('the notices name the fonts and the data of holidays', () => {
  expect(NOTICES).toMatch(/@fontsource-variable\/inter [\d.]+\nOFL-1\.1/);
  expect(NOTICES).toContain('SIL OPEN FONT LICENSE');
  expect(NOTICES).toMatch(/date-holidays [\d.]+\n\(ISC AND CC-BY-3\.0\)/);
});
