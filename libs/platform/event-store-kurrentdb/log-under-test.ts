import { setTimeout as pause } from 'node:timers/promises';
import { isConflict } from '#platform/event-store';
import { TENANT, type StoreUnderTest } from '#platform/event-store/contract';
import { systemClock } from '#platform/kernel';
import { StoreClosed } from './connection.js';
import { KurrentUnavailable } from './faults.js';
import { KurrentEventStore, type KurrentEventStoreOptions } from './kurrentdb-event-store.js';
import { aLogName } from './log-name.examples.js';

/** A separate log for specifications, on a server that others may be using. */
export interface KurrentUnderTest extends StoreUnderTest {
  readonly log: string;
  /** A store that is closed with the log. */
  store(options?: Partial<KurrentEventStoreOptions>): KurrentEventStore;
}

export function kurrentUnderTest(url: string): Promise<KurrentUnderTest> {
  const log = aLogName();
  const stores: KurrentEventStore[] = [];
  let deaths = 0;
  const store: KurrentUnderTest['store'] = (options) => {
    const opened = new KurrentEventStore({ url, clock: systemClock, log, ...options });
    stores.push(opened);
    return opened;
  };
  return Promise.resolve({
    log,
    store,
    open: () => {
      const opened = store();
      return Promise.resolve({ store: opened, close: () => opened.close() });
    },
    // Waits for no answer: the connection is cut at a random moment within the first milliseconds.
    appendAndDie: async (stream, expected, events) => {
      const victim = store({ deadlineMs: 0 });
      await victim.head();
      const dying = pause((deaths += 1) % 6).then(() => victim.close());
      const answer = await victim.append(TENANT, stream, expected, events).catch(onlyCut);
      await dying;
      return answer && !isConflict(answer) ? answer : undefined;
    },
    close: async () => {
      await Promise.all(stores.map((opened) => opened.close()));
    },
  });
}

function onlyCut(fault: unknown): undefined {
  if (!(fault instanceof KurrentUnavailable) && !(fault instanceof StoreClosed)) throw fault;
}
