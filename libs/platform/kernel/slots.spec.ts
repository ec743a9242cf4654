import { expect, test } from '@jest/globals';
import { Slots } from './slots.js';

/** Work that ends when the specification says so. */
function held() {
  const begun: number[] = [];
  const ends: PromiseWithResolvers<void>[] = [];
  const work = (nr: number) => () => {
    begun.push(nr);
    return (ends[nr] = Promise.withResolvers<void>()).promise;
  };
  return {
    begun,
    work,
    end: (nr: number) => ends[nr]!.resolve(),
    fail: (nr: number) => ends[nr]!.reject(new Error('x')),
  };
}

test('no more runs at the same time than there are slots, and the rest begins in order of arrival', async () => {
  const slots = new Slots(2);
  const { begun, work, end } = held();
  const all = [0, 1, 2, 3].map((nr) => slots.run(work(nr)));
  expect(begun).toEqual([0, 1]);
  end(1);
  await all[1];
  await Promise.resolve();
  expect(begun).toEqual([0, 1, 2]);
  end(0);
  await all[0];
  await Promise.resolve();
  expect(begun).toEqual([0, 1, 2, 3]);
  end(2);
  end(3);
  await Promise.all(all);
});

test('work that fails frees its slot', async () => {
  const slots = new Slots(1);
  const { work, fail } = held();
  const failing = slots.run(work(0));
  const next = slots.run(() => Promise.resolve('done'));
  fail(0);
  await expect(failing).rejects.toThrow('x');
  expect(await next).toBe('done');
});
