import { randomUUID } from 'node:crypto';
import { benchEvent, type OpenLog } from './append-systems.js';
import { milliseconds, percentile } from './bench-output.js';

const STREAM_LENGTH = 12;

/** Throughput of a number of writers, each of which waits for its answer before the next append. */
export type Load = {
  readonly eventsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly errors: number;
};

/** Runs `writers` that append streams of 12 events, for `warmUpMs` without counting and then for `ms` with counting. */
export async function appendLoad(log: OpenLog, writers: number, ms: number, warmUpMs: number): Promise<Load> {
  const begin = performance.now() + warmUpMs;
  const end = begin + ms;
  const latencies: number[] = [];
  let errors = 0;
  const write = async (stream: string) => {
    for (let revision = -1; revision < STREAM_LENGTH - 1; revision += 1) {
      const event = benchEvent();
      const begun = performance.now();
      if (begun >= end) return;
      try {
        await log.append(stream, revision, event);
      } catch {
        errors += 1;
        return;
      }
      const answered = performance.now();
      if (answered >= begin && answered < end) latencies.push(answered - begun);
    }
  };
  await Promise.all(
    Array.from({ length: writers }, async () => {
      while (performance.now() < end) await write(`action-${randomUUID()}`);
    }),
  );
  return {
    eventsPerSecond: Math.round((latencies.length / ms) * 1_000),
    p50Ms: milliseconds(percentile(latencies, 0.5)),
    p99Ms: milliseconds(percentile(latencies, 0.99)),
    errors,
  };
}
