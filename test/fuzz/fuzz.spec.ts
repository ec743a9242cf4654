import { expect, test } from '@jest/globals';
import { fuzz } from './fuzz.js';

// `npm run fuzz -- --seed S --requests N` sends more, and measures memory.

const SEED = 20_261_130;
const REQUESTS = 5_000;

test(`${REQUESTS} requests made from the OpenAPI document are all answered, without a fault and without a secret`, async () => {
  const { faults, statuses, served, operations } = await fuzz({ seed: SEED, requests: REQUESTS });
  expect(faults).toEqual([]);
  // They reach the handlers: not all are refused beforehand, and not all for the same reason.
  expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 400, 401, 403, 404, 409, 413, 415, 422]));
  expect(served.size).toBeGreaterThan(operations.length / 2);
}, 1_800_000);
