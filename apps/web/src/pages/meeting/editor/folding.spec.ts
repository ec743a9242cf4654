import { expect, test } from '@jest/globals';
import { ExampleStorage } from '../../../storage/storage.examples.js';
import { guarded } from '../../../storage/storage.js';
import { foldedOn, keepFolded } from './folding.js';

const aShelf = (browser = new ExampleStorage()) => guarded(() => browser);

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
  storage.write('samspill.folded/kari', kept);
  expect(foldedOn(storage, 'kari').size).toBe(0);
});

test('without room in the browser nothing is folded at the next visit', () => {
  const full = Object.assign(new ExampleStorage(), { isFull: true });
  keepFolded(aShelf(full), 'kari', 'matters', true);
  expect(foldedOn(aShelf(full), 'kari').size).toBe(0);
});
