import { existsSync, globSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const LIBS = join(import.meta.dirname, '..', '..', 'libs');

/** Folders in a context's domain with a decider, such as `meetings/domain/school-year`. */
const aggregates = [...new Set(globSync('*/domain/*/*.decider.ts', { cwd: LIBS }).map((path) => dirname(path)))].sort();

test('aggregates are found in every context with deciders', () => {
  const contexts = (pattern: string) => [
    ...new Set(globSync(pattern, { cwd: LIBS }).map((path) => path.split('/')[0])),
  ];
  expect(aggregates.length).toBeGreaterThan(10);
  expect(new Set(aggregates.map((folder) => folder.split('/')[0]))).toEqual(
    new Set(contexts('*/streams/*.streams.ts')),
  );
});

test('no decider, command or state is outside the folder of its aggregate', () => {
  const parts = globSync('*/**/*.{decider,commands,state}.ts', { cwd: LIBS });
  expect(parts.filter((path) => !aggregates.includes(dirname(path)))).toEqual([]);
});

test('texts of refusals are in files with one naming pattern', () => {
  expect(globSync('*/**/*.{rules,rule,refusal}.ts', { cwd: LIBS })).toEqual([]);
});

describe.each(aggregates)('%s', (folder) => {
  const name = basename(folder);
  const [context] = folder.split('/');

  test('has the same files as every aggregate', () => {
    const expected = [
      ...['commands', 'state', 'decider', 'refusals'].map((part) => `${folder}/${name}.${part}.ts`),
      `${context}/contract/${name}.events.ts`,
    ];
    expect(expected.filter((path) => !existsSync(join(LIBS, path)))).toEqual([]);
  });

  test('has a specification', () => {
    expect(globSync('*.spec.ts', { cwd: join(LIBS, folder) })).not.toEqual([]);
  });
});
