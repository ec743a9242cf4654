import { expect, test } from '@jest/globals';
import { nodeIsTooOld } from './node-version.js';

test('an older Node is refused before any work, and every newer one is accepted', () => {
  expect(nodeIsTooOld('20.20.2')).toMatch(/^Samspill runs on Node 24 or later, and this is 20\.20\.2\./);
  expect(nodeIsTooOld('22.22.0')).toBeDefined();
  expect(nodeIsTooOld('24.0.0')).toBeUndefined();
  expect(nodeIsTooOld('100.1.0')).toBeUndefined();
});
