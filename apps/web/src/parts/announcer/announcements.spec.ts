import { expect, test } from '@jest/globals';
import { withNext } from './announcements.js';

const after = (...words: readonly string[]) => words.reduce(withNext, [] as ReturnType<typeof withNext>);

test('two announcements at the same moment are both kept, the later one last', () => {
  expect(after('Flyttet til plass 1 av 2', 'Protokollen er lagret').map((it) => it.words)).toEqual([
    'Flyttet til plass 1 av 2',
    'Protokollen er lagret',
  ]);
});

test('only the last two are kept', () => {
  expect(after('én', 'to', 'tre').map((it) => it.words)).toEqual(['to', 'tre']);
});

test('a repeated announcement is kept once, as a new element', () => {
  const [first] = after('Flyttet');
  const again = after('Flyttet', 'Flyttet');
  expect(again.map((it) => it.words)).toEqual(['Flyttet']);
  expect(again[0]?.key).not.toBe(first?.key);
});
