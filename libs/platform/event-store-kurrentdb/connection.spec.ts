import { expect, test } from '@jest/globals';
import { systemClock } from '#platform/kernel';
import { KurrentUnavailable } from './faults.js';
import { KurrentEventStore } from './kurrentdb-event-store.js';

// Nothing listens on the first ports of a machine: this yields the driver's own faults without a server.
test.each([
  ['a server', 'kurrentdb://127.0.0.1:1?tls=false'],
  [
    'every node of a cluster',
    'kurrentdb://127.0.0.1:1,127.0.0.1:2?tls=false&maxDiscoverAttempts=1&discoveryInterval=1',
  ],
])('while %s is unavailable, a call is repeated until its deadline and then fails', async (_, url) => {
  let troubles = 0;
  const store = new KurrentEventStore({ url, clock: systemClock, deadlineMs: 700, onTrouble: () => (troubles += 1) });
  await expect(store.read('3203', 'meeting-1')).rejects.toThrow(KurrentUnavailable);
  expect(troubles).toBeGreaterThan(1);
  await store.close();
});
