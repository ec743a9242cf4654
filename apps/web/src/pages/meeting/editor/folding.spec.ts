import { expect, test } from '@jest/globals';
import { foldedOn, keepFolded, type FoldStorage } from './folding.js';

const aShelf = (): FoldStorage & { readonly kept: Map<string, string> } => {
  const kept = new Map<string, string>();
  return { kept, getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
};
const full: FoldStorage = {
  getItem: () => null,
  setItem: () => {
    throw new Error('QuotaExceededError');
  },
};

test('a section folded by one user stays folded for that user alone', () => {
  const storage = aShelf();
  keepFolded(storage, 'kari', 'participants', true);
  keepFolded(storage, 'kari', 'matters', true);
  expect([...foldedOn(storage, 'kari')]).toEqual(['participants', 'matters']);
  expect(foldedOn(storage, 'ola').size).toBe(0);
  keepFolded(storage, 'kari', 'participants', false);
  expect([...foldedOn(storage, 'kari')]).toEqual(['matters']);
});

test.each(['no list', '{"matters":true}', '["a part of another time", 7]'])('«%s» folds nothing', (kept) => {
  const storage = aShelf();
  storage.setItem('samspill.folded/kari', kept);
  expect(foldedOn(storage, 'kari').size).toBe(0);
});

test('without storage nothing stays folded, and nothing fails', () => {
  expect(() => keepFolded(full, 'kari', 'matters', true)).not.toThrow();
  expect(foldedOn(full, 'kari').size).toBe(0);
});
