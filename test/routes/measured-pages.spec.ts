import { expect, test } from '@jest/globals';
import { earlyPages } from '../../apps/web/early-pages.mjs';
import { MEASURED_PAGES } from '../../apps/cli/src/bench/web-pages.js';

/** The page for what has no page. */
const NOT_FOUND = '*';

const ID = '9b2f8c1e-0000-4000-8000-000000000001';
/** Every id that a measured path may contain. */
const ids = new Proxy({}, { get: () => ID }) as Parameters<(typeof MEASURED_PAGES)[number]['path']>[0];

const patterns = earlyPages()
  .filter(({ path }) => path !== NOT_FOUND)
  .map(({ path }) => ({ path, pattern: new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`) }));

/** The route of an address; the most specific one comes first. */
const routeOf = (address: string): string | undefined =>
  patterns.find(({ pattern }) => pattern.test(new URL(address, 'http://any').pathname))?.path;

test('the bench of the pages measures every route', () => {
  const measured = new Set(MEASURED_PAGES.map(({ path }) => routeOf(path(ids))));
  expect(patterns.map(({ path }) => path).filter((path) => !measured.has(path))).toEqual([]);
});

test('every measured page has a route, and a name of its own', () => {
  expect(MEASURED_PAGES.filter(({ path }) => routeOf(path(ids)) === undefined)).toEqual([]);
  const names = MEASURED_PAGES.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)]);
});
