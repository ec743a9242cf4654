import { randomUUID } from 'node:crypto';
import { isConflict, type EventStore } from '#platform/event-store';
import { KurrentEventStore } from '#platform/event-store-kurrentdb';
import { systemClock } from '#platform/kernel';
import { TENANT, type AppendSystem } from './append-systems.js';
import { fill, type Insert } from './fill-log.js';
import type { GeneratedEvent } from './log-generator.js';

/** A separate log for the bench; KurrentDB has no databases that could be dropped, so it stays on the server. */
const benchLog = (url: string): KurrentEventStore =>
  new KurrentEventStore({ url, clock: systemClock, log: `bench${randomUUID().replaceAll('-', '')}` });

/** Samspill over the KurrentDB at `kurrentUrl`. */
export const samspillKurrent = (kurrentUrl: string): AppendSystem => ({
  name: 'samspill-kurrentdb',
  open: () => {
    const store = benchLog(kurrentUrl);
    return Promise.resolve({
      async append(stream, revision, event) {
        const answer = await store.append(TENANT, stream, revision < 0 ? 'no-stream' : BigInt(revision), [event]);
        if (isConflict(answer)) throw new Error(`${stream} is at ${answer.conflict.actual}`);
      },
      close: () => store.close(),
    });
  },
});

/** Concurrent appends while a log is filled; the log keeps nearly the order of the events. */
const AT_ONCE = 64;

/** Fills a new log with generated events, passes it to `work`, and closes it. */
export async function withFilledKurrent<T>(
  kurrentUrl: string,
  generated: Iterable<GeneratedEvent>,
  work: (events: EventStore) => Promise<T>,
  onProgress?: (done: number) => void,
): Promise<T> {
  const store = benchLog(kurrentUrl);
  try {
    await fill(generated, insertInto(store), onProgress);
    return await work(store);
  } finally {
    await store.close();
  }
}

const insertInto =
  (store: EventStore): Insert =>
  async (batch) => {
    const streams = new Map<string, Promise<unknown>>();
    const underWay = new Set<Promise<unknown>>();
    for (const { tenant, stream, revision, id, type, schemaVersion, data, metadata } of batch) {
      while (underWay.size >= AT_ONCE) await Promise.race(underWay);
      const event = {
        id,
        type,
        schemaVersion,
        data: JSON.parse(data) as unknown,
        metadata: JSON.parse(metadata) as never,
      };
      const before = streams.get(stream) ?? Promise.resolve();
      const writing = before.then(() =>
        store.append(tenant, stream, revision === 0 ? 'no-stream' : BigInt(revision - 1), [event]),
      );
      const done = writing.finally(() => underWay.delete(done));
      // Awaited at the end of the batch.
      done.catch(() => undefined);
      streams.set(stream, done);
      underWay.add(done);
    }
    await Promise.all(streams.values());
  };
