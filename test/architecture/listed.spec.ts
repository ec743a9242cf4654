import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { getMetadataArgsStorage } from 'typeorm';
import { databaseMigrations } from '#platform/database';
import { contexts, entities, migrations } from '../../apps/composition/src/index.js';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** The files of the product, without the pages. */
const files = globSync(['libs/**/*.ts', 'apps/{api,cli,composition,worker}/**/*.ts'], { cwd: PROJECT })
  .filter((path) => !/(\.spec|\.examples|-under-test|\.d)\.ts$/.test(path))
  .map((path) => ({ path, text: readFileSync(`${PROJECT}${path}`, 'utf8') }));

const load = async (path: string) => (await import(`${PROJECT}${path}`)) as Readonly<Record<string, unknown>>;

/** The exported constants whose declaration matches, by name. */
async function constantsLike(declaration: RegExp): Promise<ReadonlyMap<string, unknown>> {
  const found = new Map<string, unknown>();
  for (const { path, text } of files)
    for (const [, name] of text.matchAll(declaration)) found.set(name!, (await load(path))[name!]);
  return found;
}

const missingIn = (listed: readonly unknown[], found: ReadonlyMap<string, unknown>): readonly string[] =>
  [...found].filter(([, value]) => !listed.includes(value)).map(([name]) => name);

test('every migration is in the list of migrations that are run', () => {
  const found = files.flatMap(({ text }) => [...text.matchAll(/\bclass (\w+) implements MigrationInterface\b/g)]);
  const listed = new Set<string>([...databaseMigrations, ...migrations].map(({ name }) => name));
  expect(found.length).toBeGreaterThan(70);
  expect(found.map(([, name]) => name!).filter((name) => !listed.has(name))).toEqual([]);
});

test('every entity is in the list of entities', async () => {
  for (const { path, text } of files) if (/^@Entity\(/m.test(text)) await load(path);
  const found = getMetadataArgsStorage().tables.map(({ target }) => target);
  expect(found.length).toBeGreaterThan(40);
  expect(found.filter((entity) => !entities.some((listed) => listed === entity))).toEqual([]);
});

test('every read model is in the list of its context', async () => {
  const found = await constantsLike(/^export const (\w+)(?:: [^=]+)? = readModel[<(]/gm);
  const listed = contexts.flatMap(({ readModels }) => readModels);
  expect(missingIn(listed, found)).toEqual([]);
  expect(found.size).toBe(listed.length);
});

test('every policy is in the list of its context', async () => {
  const found = await constantsLike(/^export const (\w+)(?:: [^=]+)? = policy[<(]/gm);
  const listed = contexts.flatMap(({ policies }) => policies);
  expect(missingIn(listed, found)).toEqual([]);
  expect(found.size).toBe(listed.length);
});

test('every group of events is in the list of its context', async () => {
  const found = await constantsLike(/^export const (\w+Events) = \{/gm);
  const listed = contexts.flatMap(({ events }) => events);
  expect(missingIn(listed, found)).toEqual([]);
  expect(found.size).toBe(listed.length);
});

test('every refusal is in the texts of a context', async () => {
  const found = await constantsLike(/^export const (\w+Refusals)\b[^(]*?= \{/gm);
  const listed = new Set(contexts.flatMap(({ refusals }) => refusals.flatMap((texts) => Object.keys(texts))));
  const rules = [...found.values()].flatMap((texts) => Object.keys(texts as object));
  expect(rules.length).toBeGreaterThan(100);
  expect(rules.filter((rule) => !listed.has(rule))).toEqual([]);
});
