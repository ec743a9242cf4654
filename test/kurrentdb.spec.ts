import { test } from '@jest/globals';
import { eventStoreContract } from '#platform/event-store/contract';
import { kurrentUnderTest } from '../libs/platform/event-store-kurrentdb/log-under-test.js';

/**
 * What needs a real KurrentDB. It works in a log of its own there, so a server that is used for other things will do.
 * This is the only test that may be left out, and it says so (scripts/test.mjs).
 */
const url = process.env.KURRENTDB_URL;

if (!url) {
  test.skip('KurrentDB was not tested; with a server it is: KURRENTDB_URL=kurrentdb://localhost:2113?tls=false npm test', () =>
    undefined);
} else {
  eventStoreContract('KurrentDB', () => kurrentUnderTest(url));
}
