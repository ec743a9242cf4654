import { expect, test } from '@jest/globals';
import { SharedReadings } from './shared-readings.js';

test('a reader reads once for several batches, and each reader for itself', async () => {
  const readings = new SharedReadings();
  const [people, news] = [{}, {}];
  let reads = 0;
  const read = () => Promise.resolve((reads += 1));
  expect(await Promise.all([readings.once(people, read), readings.once(people, read)])).toEqual([1, 1]);
  expect(await readings.once(news, read)).toBe(2);
  expect(await new SharedReadings().once(people, read)).toBe(3);
});

test('a reading that failed is made again', async () => {
  const [readings, people] = [new SharedReadings(), {}];
  await expect(readings.once(people, () => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
  expect(await readings.once(people, () => Promise.resolve('there'))).toBe('there');
});
