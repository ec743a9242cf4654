import { systemClock } from '#platform/kernel';
import { eventStoreMigrations, PostgresEventStore } from '#platform/event-store-postgres';
import { appendLoad } from './append-load.js';
import { migrateForBench } from './bench-database.js';
import type { OpenLog } from './append-systems.js';
import { milliseconds, percentile } from './bench-output.js';

/** Events per second for reading the log from first to last, decoding included. */
export async function readWholeLog(url: string): Promise<number> {
  const { worker } = await migrateForBench(url, eventStoreMigrations);
  const store = new PostgresEventStore({ connectionString: worker, runnerUrl: worker, clock: systemClock });
  try {
    const begun = performance.now();
    let events = 0;
    for await (const page of store.readAll({ after: 0n })) events += page.length;
    return Math.round((events / (performance.now() - begun)) * 1_000);
  } finally {
    await store.close();
  }
}

/**
 * Time from the call of an append until a subscriber with its own connections receives the event, while `writers`
 * append.
 */
export async function subscriberLag(url: string, log: OpenLog, writers: number, ms: number) {
  const { worker } = await migrateForBench(url, eventStoreMigrations);
  const store = new PostgresEventStore({ connectionString: worker, runnerUrl: worker, clock: systemClock });
  const stop = new AbortController();
  const begunAt = new Map<string, number>();
  const lags: number[] = [];
  const after = await store.head();
  const following = (async () => {
    for await (const page of store.subscribe({ after, signal: stop.signal })) {
      const now = performance.now();
      for (const { id } of page) lags.push(now - (begunAt.get(id) ?? now));
      for (const { id } of page) begunAt.delete(id);
    }
  })();
  const watched: OpenLog = {
    append: (stream, revision, event) => {
      begunAt.set(event.id, performance.now());
      return log.append(stream, revision, event);
    },
    close: () => log.close(),
  };
  try {
    await appendLoad(watched, writers, ms, 0);
  } finally {
    stop.abort();
    await following;
    await store.close();
  }
  return { p50Ms: milliseconds(percentile(lags, 0.5)), p99Ms: milliseconds(percentile(lags, 0.99)) };
}
