import { expect, test } from '@jest/globals';
import { getEventListeners } from 'node:events';
import { InMemoryEventStore } from '#platform/event-store';
import { anEvent, aStream, OTHER_TENANT, TENANT } from '#platform/event-store/contract';
import type { Freshness } from '#platform/followers';
import { systemClock } from '#platform/kernel';
import { TenantChanges, type Change } from './tenant-changes.js';

/** Read models that have always caught up. */
const caughtUp = { reached: () => Promise.resolve(true) } as Partial<Freshness> as Freshness;

test('reports the changes of its tenant only, and leaves nothing behind on the signal that ends it', async () => {
  const events = new InMemoryEventStore(systemClock);
  const closing = new AbortController();
  const changes = new TenantChanges(TENANT, 0n, { events, freshness: caughtUp, everyMs: 0, closing: closing.signal });
  const reported: Change[] = [];
  let onReport: () => void = () => undefined;
  changes.follow(undefined, closing.signal, (change) => {
    reported.push(change);
    onReport();
  });
  const listeners: number[] = [];
  for (let i = 0; i < 20; i += 1) {
    const next = new Promise<void>((resolve) => (onReport = resolve));
    await events.append(OTHER_TENANT, `person-${aStream()}`, 'no-stream', [anEvent()]);
    await events.append(TENANT, `meeting-${aStream()}`, 'no-stream', [anEvent()]);
    await next;
    listeners.push(getEventListeners(closing.signal, 'abort').length);
  }
  closing.abort();
  await changes.ended;
  expect(reported.slice(1).map(({ kinds }) => kinds)).toEqual(Array.from({ length: 20 }, () => ['meeting']));
  expect(Math.max(...listeners)).toBeLessThanOrEqual(listeners[0]! + 2);
});
