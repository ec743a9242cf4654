import { expect, test } from '@jest/globals';
import { Moment } from './mail-composer.js';

test('a reader reads once for a moment, and each reader for itself', async () => {
  const moment = new Moment();
  const [people, news] = [{}, {}];
  let reads = 0;
  const read = () => Promise.resolve((reads += 1));
  expect(await Promise.all([moment.once(people, read), moment.once(people, read)])).toEqual([1, 1]);
  expect(await moment.once(news, read)).toBe(2);
  expect(await new Moment().once(people, read)).toBe(3);
});

test('a reading that failed is made again', async () => {
  const [moment, people] = [new Moment(), {}];
  await expect(moment.once(people, () => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
  expect(await moment.once(people, () => Promise.resolve('there'))).toBe('there');
});
