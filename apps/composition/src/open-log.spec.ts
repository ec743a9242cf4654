import { expect, test } from '@jest/globals';
import { StartRefused } from '#platform/environment';
import { InMemoryEventStore } from '#platform/event-store';
import { anEvent, aStream, TENANT } from '#platform/event-store/contract';
import { SettableClock } from '#platform/kernel';
import { expectTenants, type LogEngine } from './open-log.js';

const engine = { name: 'KurrentDB at here:2113' } as LogEngine;
const aLog = () => new InMemoryEventStore(new SettableClock(new Date('2026-11-29T09:30:00Z')));

test('an empty log, and one whose streams have their tenants, is accepted', async () => {
  const log = aLog();
  await expect(expectTenants(engine, log)).resolves.toBeUndefined();
  await log.append(TENANT, aStream(), 'no-stream', [anEvent()]);
  await expect(expectTenants(engine, log)).resolves.toBeUndefined();
});

test('a log whose streams lack their tenants is refused with the remedy', async () => {
  const log = aLog();
  await log.append(TENANT, aStream(), 'no-stream', [anEvent()]);
  // As in KurrentDB: the event is read with its tenant, and its stream has another name.
  log.read = () => Promise.resolve([]);
  const refused = expectTenants(engine, log);
  await expect(refused).rejects.toBeInstanceOf(StartRefused);
  await expect(refused).rejects.toThrow(/KurrentDB at here:2113 is of an older version .* move-log, .* KURRENTDB_LOG/);
});
