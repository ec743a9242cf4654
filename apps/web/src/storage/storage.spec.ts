import { beforeEach, describe, expect, test } from '@jest/globals';
import { ExampleStorage } from './storage.examples.js';
import { browserStorage, guarded, tabStorage, type PageStorage } from './storage.js';

const KEY = 'samspill.language';

let browser: ExampleStorage;
let storage: PageStorage;
beforeEach(() => {
  browser = new ExampleStorage();
  storage = guarded(() => browser);
});

test('what was written is stored, listed and removed', () => {
  expect(storage.read(KEY)).toBeNull();
  expect(storage.write(KEY, 'nn')).toBe(true);
  expect([storage.read(KEY), storage.keys(), browser.getItem(KEY)]).toEqual(['nn', [KEY], 'nn']);
  storage.remove(KEY);
  expect([storage.read(KEY), storage.keys()]).toEqual([null, []]);
});

describe('in a browser without room', () => {
  beforeEach(() => {
    storage.write(KEY, 'nb');
    browser.isFull = true;
  });

  test('a choice holds until the page is left, and the one that was stored is there afterwards', () => {
    expect(storage.write(KEY, 'nn')).toBe(false);
    expect(storage.read(KEY)).toBe('nn');
    expect(guarded(() => browser).read(KEY)).toBe('nb');
  });

  test('a choice that is removed is gone', () => {
    storage.write(KEY, 'nn');
    storage.remove(KEY);
    expect(storage.read(KEY)).toBeNull();
  });

  test('what is written once there is room again is stored', () => {
    storage.write(KEY, 'nn');
    browser.isFull = false;
    expect(storage.write(KEY, 'en')).toBe(true);
    browser.setItem(KEY, 'nb');
    expect(storage.read(KEY)).toBe('nb');
  });
});

test('in a browser that forbids storage nothing is found, a choice holds until the page is left, and nothing fails', () => {
  const forbidden = guarded(() => {
    throw new DOMException('forbidden', 'SecurityError');
  });
  expect([forbidden.read(KEY), forbidden.keys()]).toEqual([null, []]);
  expect(forbidden.write(KEY, 'nn')).toBe(false);
  expect([forbidden.read(KEY), forbidden.keys()]).toEqual(['nn', []]);
  forbidden.remove(KEY);
  expect(forbidden.read(KEY)).toBeNull();
});

test.each([
  ['localStorage', browserStorage],
  ['sessionStorage', tabStorage],
] as const)('the browser’s %s is asked for when it is used', (name, own) => {
  Object.defineProperty(globalThis, name, { value: browser, configurable: true });
  own.write(KEY, 'nn');
  expect(browser.getItem(KEY)).toBe('nn');
});
