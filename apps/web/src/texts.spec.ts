import { describe, expect, test } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

type Texts = { readonly [key: string]: string | Texts };
const folders = [...new Set(globSync('**/texts/*.json', { cwd: import.meta.dirname }).map((path) => dirname(path)))];
const read = (folder: string, language: string): Texts =>
  JSON.parse(readFileSync(join(import.meta.dirname, folder, `${language}.json`), 'utf8')) as Texts;

/** Every key with the placeholders of its text. */
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

/** Placeholders for whole numbers. */
const NUMBERS = new Set(
  `count units decided proposed collisions held obliged total shown wanted new changed bad open overdue hours meetings
  then now`.split(/\s+/),
);
/** Words after a number that do not inflect. */
const NO_NOUN = new Set(
  `av of og and prosent percent per til more i in at første over på endres blir new changed overdue open missing`.split(
    ' ',
  ),
);
/** Every text with its key, including lists of texts. */
const textsOf = (texts: Texts, before = ''): (readonly [key: string, text: string])[] =>
  Object.entries(texts).flatMap(([key, text]) =>
    typeof text === 'string' ? [[`${before}${key}`, text] as const] : textsOf(text, `${before}${key}.`),
  );
/** Numbers in a text before a word that should agree with them, except the count of a plural text. */
const unbent = ([key, text]: readonly [string, string]): readonly string[] =>
  [...text.matchAll(/\{\{(\w+)\}\} (\p{Ll}+)/gu)].flatMap(([, name = '', word = '']) => {
    const isBentByKey = /_(zero|one|other)$/.test(key) && (name === 'count' || name === 'hours');
    return NUMBERS.has(name) && !NO_NOUN.has(word) && !isBentByKey ? `${key}: {{${name}}} ${word}` : [];
  });

describe.each(folders)('%s', (folder) => {
  test.each(['nb', 'nn', 'en'])('inflects every noun with its number (%s)', (language) => {
    expect(textsOf(read(folder, language)).flatMap(unbent)).toEqual([]);
  });
});
