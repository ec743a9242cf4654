import { expect, test } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

type Texts = { readonly [key: string]: string | Texts };
const folders = [...new Set(globSync('**/texts/*.json', { cwd: import.meta.dirname }).map((path) => dirname(path)))];
const read = (folder: string, language: string): Texts =>
  JSON.parse(readFileSync(join(import.meta.dirname, folder, `${language}.json`), 'utf8')) as Texts;

/** Every key with the values that its text leaves room for. */
const keysOf = (texts: Texts, before = ''): string[] =>
  Object.entries(texts).flatMap(([key, text]) =>
    typeof text === 'string'
      ? [
          `${before}${key} ${[...text.matchAll(/\{\{(\w+)/g)]
            .map(([, name]) => name)
            .sort()
            .join(',')}`,
        ]
      : keysOf(text, `${before}${key}.`),
  );

test.each(folders)('%s says the same in bokmål, nynorsk and English', (folder) => {
  const nb = keysOf(read(folder, 'nb')).sort();
  expect(keysOf(read(folder, 'nn')).sort()).toEqual(nb);
  expect(keysOf(read(folder, 'en')).sort()).toEqual(nb);
});
