import { expect, test } from '@jest/globals';
import { SkipRanges, type StoredSkipRanges, type SkipRange } from './skip-ranges.js';

const noTrouble = (fault: unknown): void => {
  throw fault;
};

class TextStorage implements StoredSkipRanges {
  readonly kept: SkipRange[] = [];
  all = () => Promise.resolve(this.kept);
  keep = (range: SkipRange) => Promise.resolve(void this.kept.push(range));
}

test('a range without events of this installation is skipped from any position in it', async () => {
  const skipRanges = new SkipRanges(new TextStorage(), noTrouble, 100n);
  await skipRanges.passed({ from: 50n, to: 250n });
  const around = await Promise.all([49n, 50n, 51n, 249n, 250n].map((at) => skipRanges.around(at)));
  expect(around.map((range) => range?.to)).toEqual([undefined, 250n, 250n, 250n, undefined]);
  expect(await skipRanges.from(50n)).toBe(250n);
  expect(await skipRanges.from(51n)).toBeUndefined();
  expect(await skipRanges.last()).toEqual({ from: 50n, to: 250n });
});

test('a range is stored only when it is long, and again when it has grown as much', async () => {
  const shelf = new TextStorage();
  const skipRanges = new SkipRanges(shelf, noTrouble, 100n);
  for (const to of [10n, 99n, 100n, 150n, 199n, 200n]) await skipRanges.passed({ from: 0n, to });
  expect(shelf.kept).toEqual([
    { from: 0n, to: 100n },
    { from: 0n, to: 200n },
  ]);
});

test('stored ranges are known to the next process', async () => {
  const shelf = new TextStorage();
  await new SkipRanges(shelf, noTrouble, 100n).passed({ from: 7n, to: 900n });
  expect(await new SkipRanges(shelf, noTrouble, 100n).around(8n)).toEqual({ from: 7n, to: 900n });
});

test('a storage that could not be read is read again', async () => {
  const shelf = new TextStorage();
  let reads = 0;
  shelf.all = () => ((reads += 1) === 1 ? Promise.reject(new Error('away')) : Promise.resolve([]));
  const skipRanges = new SkipRanges(shelf, noTrouble);
  await expect(skipRanges.around(1n)).rejects.toThrow('away');
  expect(await skipRanges.around(1n)).toBeUndefined();
});

test('a range that could not be stored is skipped all the same, and reported as a fault', async () => {
  const shelf = new TextStorage();
  const trouble: unknown[] = [];
  const away = new Error('away');
  shelf.keep = () => Promise.reject(away);
  const skipRanges = new SkipRanges(shelf, (fault) => trouble.push(fault), 100n);
  await skipRanges.passed({ from: 1n, to: 400n });
  expect(trouble).toEqual([away]);
  expect(await skipRanges.from(1n)).toBe(400n);
});

test('a range in the middle of the log is stored after one at its end', async () => {
  const shelf = new TextStorage();
  const skipRanges = new SkipRanges(shelf, noTrouble, 100n);
  await skipRanges.passed({ from: 5_000n, to: 9_000n });
  await skipRanges.passed({ from: 20n, to: 1_000n });
  expect(shelf.kept).toContainEqual({ from: 20n, to: 1_000n });
});
