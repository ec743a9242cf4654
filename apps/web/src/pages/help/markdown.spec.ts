import { expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { blocksOf, spansOf } from './markdown.js';

const GUIDE = new URL('../../../../../docs/guide/', import.meta.url);
const pages = ['nb', 'nn'].flatMap((language) =>
  readdirSync(new URL(`${language}/`, GUIDE)).map((name) => `${language}/${name}`),
);
const read = (name: string) => readFileSync(new URL(name, GUIDE), 'utf8');

test('words within a line', () => {
  expect(spansOf('Trykk **Lever** (`Ctrl+Enter`), se [hjelp](x.md).')).toEqual([
    { kind: 'plain', text: 'Trykk ' },
    { kind: 'strong', text: 'Lever' },
    { kind: 'plain', text: ' (' },
    { kind: 'code', text: 'Ctrl+Enter' },
    { kind: 'plain', text: '), se ' },
    { kind: 'link', text: 'hjelp', to: 'x.md' },
    { kind: 'plain', text: '.' },
  ]);
});

test.each(pages)('%s is written in forms that the pages can show, and its links lead somewhere', (name) => {
  const blocks = blocksOf(read(name));
  expect(blocks[0]).toMatchObject({ kind: 'heading', level: 1 });
  const shown = JSON.stringify(blocks.filter(({ kind }) => kind !== 'picture'));
  expect(shown).not.toMatch(/!\[|\]\(|\*\*|"text":"[#>|]/);
  const targets = [...read(name).matchAll(/\]\(([^)]+)\)/g)].map(([, to]) => to!);
  for (const to of targets) expect(readFileSync(new URL(to, new URL(name, GUIDE))).length).toBeGreaterThan(0);
});
