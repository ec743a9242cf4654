import { expect, test } from '@jest/globals';
import { foldedOn, keepFolded, type FoldShelf } from './folding.js';

const aShelf = (): FoldShelf & { readonly kept: Map<string, string> } => {
  const kept = new Map<string, string>();
  return { kept, getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
};
const full: FoldShelf = {
  getItem: () => null,
  setItem: () => {
    throw new Error('QuotaExceededError');
  },
};

test('a section folded by one user stays folded for that user alone', () => {
  const shelf = aShelf();
  keepFolded(shelf, 'kari', 'participants', true);
  keepFolded(shelf, 'kari', 'matters', true);
  expect([...foldedOn(shelf, 'kari')]).toEqual(['participants', 'matters']);
  expect(foldedOn(shelf, 'ola').size).toBe(0);
  keepFolded(shelf, 'kari', 'participants', false);
  expect([...foldedOn(shelf, 'kari')]).toEqual(['matters']);
});

test.each(['no list', '{"matters":true}', '["a part of another time", 7]'])('«%s» folds nothing', (kept) => {
  const shelf = aShelf();
  shelf.setItem('samspill.folded/kari', kept);
  expect(foldedOn(shelf, 'kari').size).toBe(0);
});

test('without storage nothing stays folded, and nothing fails', () => {
  expect(() => keepFolded(full, 'kari', 'matters', true)).not.toThrow();
  expect(foldedOn(full, 'kari').size).toBe(0);
});
