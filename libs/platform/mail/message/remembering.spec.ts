import { expect, test } from '@jest/globals';
import { remembering } from './remembering.js';

test('what was asked for lately is not worked out again, and no more than eight results are kept', () => {
  const worked: string[] = [];
  const loud = remembering((text) => {
    worked.push(text);
    return text.toUpperCase();
  });
  const eight = [...'abcdefgh'];
  for (const text of eight) expect(loud(text)).toBe(text.toUpperCase());
  for (const text of eight) expect(loud(text)).toBe(text.toUpperCase());
  expect(worked).toEqual(eight);
  loud('a');
  // `b` is now the one that was not asked for for longest.
  loud('i');
  loud('a');
  loud('b');
  expect(worked).toEqual([...eight, 'i', 'b']);
});
