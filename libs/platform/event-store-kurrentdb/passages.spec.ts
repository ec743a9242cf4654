import { expect, test } from '@jest/globals';
import { Passages, type KeptPassages, type Passage } from './passages.js';

class Shelf implements KeptPassages {
  readonly kept: Passage[] = [];
  all = () => Promise.resolve(this.kept);
  keep = (passage: Passage) => Promise.resolve(void this.kept.push(passage));
}

test('a stretch in which nothing of ours stands is passed over, from wherever in it one stands', async () => {
  const passages = new Passages(new Shelf(), 100n);
  await passages.passed({ from: 50n, to: 250n });
  expect(await Promise.all([49n, 50n, 51n, 249n, 250n].map((at) => passages.beyond(at)))).toEqual([
    49n,
    250n,
    250n,
    250n,
    250n,
  ]);
  expect(await passages.from(50n)).toBe(250n);
  expect(await passages.from(51n)).toBeUndefined();
  expect(await passages.last()).toEqual({ from: 50n, to: 250n });
});

test('only a stretch worth keeping is kept, and again when it has grown as much', async () => {
  const shelf = new Shelf();
  const passages = new Passages(shelf, 100n);
  for (const to of [10n, 99n, 100n, 150n, 199n, 200n]) await passages.passed({ from: 0n, to });
  expect(shelf.kept).toEqual([
    { from: 0n, to: 100n },
    { from: 0n, to: 200n },
  ]);
});

test('the next process knows what this one has passed', async () => {
  const shelf = new Shelf();
  await new Passages(shelf, 100n).passed({ from: 7n, to: 900n });
  expect(await new Passages(shelf, 100n).beyond(8n)).toBe(900n);
});

test('a shelf that was out of reach is asked again', async () => {
  const shelf = new Shelf();
  let asked = 0;
  shelf.all = () => ((asked += 1) === 1 ? Promise.reject(new Error('away')) : Promise.resolve([]));
  const passages = new Passages(shelf);
  await expect(passages.beyond(1n)).rejects.toThrow('away');
  expect(await passages.beyond(1n)).toBe(1n);
});
