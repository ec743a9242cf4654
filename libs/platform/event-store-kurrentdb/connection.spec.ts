import { describe, expect, test } from '@jest/globals';
import { systemClock } from '#platform/kernel';
import { KurrentUnavailable } from './faults.js';
import { KurrentEventStore } from './kurrentdb-event-store.js';

// Nothing listens on the first ports of a machine: this yields the driver's own faults without a server.
describe.each([
  ['a server', 'kurrentdb://127.0.0.1:1?tls=false'],
  [
    'every node of a cluster',
    'kurrentdb://127.0.0.1:1,127.0.0.1:2?tls=false&maxDiscoverAttempts=1&discoveryInterval=1',
  ],
])('while %s is unavailable', (_, url) => {
  test('a call is repeated before its deadline', async () => {
    const troubled = Promise.withResolvers<void>();
    let troubles = 0;
    const onTrouble = () => {
      if ((troubles += 1) === 3) troubled.resolve();
    };
    const store = new KurrentEventStore({ url, clock: systemClock, deadlineMs: 60_000, onTrouble });
    const answer = expect(store.read('3203', 'meeting-1')).rejects.toThrow('The event store is closed');
    await troubled.promise;
    await store.close();
    await answer;
  });

  test('a call fails at its deadline', async () => {
    const store = new KurrentEventStore({ url, clock: systemClock, deadlineMs: 0 });
    await expect(store.read('3203', 'meeting-1')).rejects.toThrow(KurrentUnavailable);
    await store.close();
  });
});
