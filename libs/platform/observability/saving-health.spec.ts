import { expect, test } from '@jest/globals';
import { SavingHealth } from './saving-health.js';

const FULL = 'the database cannot save';
/** A database whose disk is full or not, and a clock that is moved by hand. */
function example() {
  const it = { isFull: false, tries: 0, now: 0 };
  const health = new SavingHealth(
    () => {
      it.tries += 1;
      return it.isFull ? Promise.reject(new Error('no room')) : Promise.resolve();
    },
    () => it.now,
  );
  return { it, health };
}

test('a disk that fills without writes is detected by health checks alone', async () => {
  const { it, health } = example();
  expect(await health.notReady()).toBeUndefined();
  it.isFull = true;
  it.now += 30_000;
  expect(await health.notReady()).toBe(FULL);
  it.isFull = false;
  expect(await health.notReady()).toBeUndefined();
});

test('while healthy, a write is tried once in thirty seconds, however often health is checked', async () => {
  const { it, health } = example();
  for (it.now = 0; it.now < 60_000; it.now += 1_000) await health.notReady();
  expect(it.tries).toBe(2);
});

test('after a failed write, each check tries until there is space again', async () => {
  const { it, health } = example();
  await health.notReady();
  it.isFull = true;
  health.failed();
  for (let i = 0; i < 3; i += 1) expect(await health.notReady()).toBe(FULL);
  expect(it.tries).toBe(4);
  it.isFull = false;
  expect(await health.notReady()).toBeUndefined();
});
