import { expect, test } from '@jest/globals';
import { eventStoreContract } from '#platform/event-store/contract';
import { kurrentSpecification } from './kurrentdb.examples.js';
import { kurrentUnderTest } from '../libs/platform/event-store-kurrentdb/log-under-test.js';
import { ServerUnderTest } from '../libs/platform/event-store-kurrentdb/server-under-test.js';
import { writeThroughFailures } from '../libs/platform/event-store-kurrentdb/server-failures.examples.js';

/**
 * Tests with a real KurrentDB. `KURRENTDB_URL`: a server, which may be in other use, since the tests use logs of their
 * own. `KURRENTDB_SERVER`: the command of a server that the tests may start, kill and freeze. The only test that may be
 * skipped, and it says so (scripts/test.mjs).
 */
const { KURRENTDB_URL: url, KURRENTDB_SERVER: command } = process.env;

if (!url && !command)
  test.skip('KurrentDB was not tested; with a server it is: KURRENTDB_URL=kurrentdb://localhost:2113?tls=false npm test', () =>
    undefined);
if (url) {
  eventStoreContract('KurrentDB', () => kurrentUnderTest(url));
  kurrentSpecification(url);
}
if (command)
  test.each([
    [1, 'the server was killed and frozen ten times'],
    [3, 'the leader of three nodes was killed and frozen ten times'],
  ])(
    'on %i: every acknowledged event exists once and in order after %s under 32 writers',
    async (nodes) => {
      const server = await ServerUnderTest.start(command, nodes);
      try {
        const survival = await writeThroughFailures(server, 10);
        expect(survival).toMatchObject({ failures: 10 });
        process.stderr.write(`${JSON.stringify({ nodes, ...survival })}\n`);
      } finally {
        await server.stop();
      }
    },
    600_000,
  );
