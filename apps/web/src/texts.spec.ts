import { describe, expect, test } from '@jest/globals';
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

/** Names of values that are whole numbers of something. */
const NUMBERS = new Set(
  `count units decided proposed collisions held obliged total shown wanted new changed bad open overdue hours meetings
  then now`.split(/\s+/),
);
/** Words after a number that do not bend with it. */
const NO_NOUN = new Set(
  `av of og and prosent percent per til more i in at første over på endres blir new changed overdue open missing`.split(
    ' ',
  ),
);
/** Every text with its key, lists of texts too. */
const textsOf = (texts: Texts, before = ''): (readonly [key: string, text: string])[] =>
  Object.entries(texts).flatMap(([key, text]) =>
    typeof text === 'string' ? [[`${before}${key}`, text] as const] : textsOf(text, `${before}${key}.`),
  );
/** Numbers in a text before a word that should bend with them; those of a plural text's own count are seen to. */
const unbent = ([key, text]: readonly [string, string]): readonly string[] =>
  [...text.matchAll(/\{\{(\w+)\}\} (\p{Ll}+)/gu)].flatMap(([, name = '', word = '']) => {
    const isBentByKey = /_(zero|one|other)$/.test(key) && (name === 'count' || name === 'hours');
    return NUMBERS.has(name) && !NO_NOUN.has(word) && !isBentByKey ? `${key}: {{${name}}} ${word}` : [];
  });

describe.each(folders)('%s', (folder) => {
  test.each(['nb', 'nn', 'en'])('bends every noun with its number (%s)', (language) => {
    expect(textsOf(read(folder, language)).flatMap(unbent)).toEqual([]);
  });
});
