import { expect, test } from '@jest/globals';
import { Passages, type KeptPassages, type Passage } from './passages.js';

const noTrouble = (fault: unknown): void => {
  throw fault;
};

class Shelf implements KeptPassages {
  readonly kept: Passage[] = [];
  all = () => Promise.resolve(this.kept);
  keep = (passage: Passage) => Promise.resolve(void this.kept.push(passage));
}

test('a stretch in which nothing of ours stands is passed over, from wherever in it one stands', async () => {
  const passages = new Passages(new Shelf(), noTrouble, 100n);
  await passages.passed({ from: 50n, to: 250n });
  const around = await Promise.all([49n, 50n, 51n, 249n, 250n].map((at) => passages.around(at)));
  expect(around.map((passage) => passage?.to)).toEqual([undefined, 250n, 250n, 250n, undefined]);
  expect(await passages.from(50n)).toBe(250n);
  expect(await passages.from(51n)).toBeUndefined();
  expect(await passages.last()).toEqual({ from: 50n, to: 250n });
});

test('only a stretch worth keeping is kept, and again when it has grown as much', async () => {
  const shelf = new Shelf();
  const passages = new Passages(shelf, noTrouble, 100n);
  for (const to of [10n, 99n, 100n, 150n, 199n, 200n]) await passages.passed({ from: 0n, to });
  expect(shelf.kept).toEqual([
    { from: 0n, to: 100n },
    { from: 0n, to: 200n },
  ]);
});

test('the next process knows what this one has passed', async () => {
  const shelf = new Shelf();
  await new Passages(shelf, noTrouble, 100n).passed({ from: 7n, to: 900n });
  expect(await new Passages(shelf, noTrouble, 100n).around(8n)).toEqual({ from: 7n, to: 900n });
});

test('a shelf that was out of reach is asked again', async () => {
  const shelf = new Shelf();
  let asked = 0;
  shelf.all = () => ((asked += 1) === 1 ? Promise.reject(new Error('away')) : Promise.resolve([]));
  const passages = new Passages(shelf, noTrouble);
  await expect(passages.around(1n)).rejects.toThrow('away');
  expect(await passages.around(1n)).toBeUndefined();
});

test('one that could not be kept is passed over all the same, and told as trouble', async () => {
  const shelf = new Shelf();
  const trouble: unknown[] = [];
  const away = new Error('away');
  shelf.keep = () => Promise.reject(away);
  const passages = new Passages(shelf, (fault) => trouble.push(fault), 100n);
  await passages.passed({ from: 1n, to: 400n });
  expect(trouble).toEqual([away]);
  expect(await passages.from(1n)).toBe(400n);
});

test('a stretch in the middle of the log is kept after one at its end', async () => {
  const shelf = new Shelf();
  const passages = new Passages(shelf, noTrouble, 100n);
  await passages.passed({ from: 5_000n, to: 9_000n });
  await passages.passed({ from: 20n, to: 1_000n });
  expect(shelf.kept).toContainEqual({ from: 20n, to: 1_000n });
});
