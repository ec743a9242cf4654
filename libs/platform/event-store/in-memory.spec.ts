import { SettableClock } from '#platform/kernel';
import { eventStoreContract, TENANT } from './contract/index.js';
import { InMemoryEventStore, InMemoryLog } from './in-memory.js';

eventStoreContract('memory', async () => {
  const log = new InMemoryLog();
  const clock = new SettableClock(new Date('2026-11-22T09:30:00Z'));
  const store = () => new InMemoryEventStore(clock, log);
  let deaths = 0;
  return {
    open: async () => ({ store: store(), close: async () => undefined }),
    // An append is synchronous here, so a writer dies before it, or after it and before the answer.
    appendAndDie: async (stream, expected, events) => {
      if ((deaths += 1) % 2 === 0) await store().append(TENANT, stream, expected, events);
      return undefined;
    },
    close: async () => undefined,
  };
});
