import { setTimeout as timeout } from 'node:timers/promises';
import { describeFault, type Report } from './report.js';

const FIRST_MS = 100;
const LONGEST_MS = 5_000;
/** Work without a fault for this long resets the pause to the shortest. */
const WELL_MS = 10_000;

/** Waits `ms`, or until aborted. */
export const pause = async (ms: number, signal: AbortSignal): Promise<void> =>
  timeout(ms, undefined, { signal }).catch(() => undefined);

/** Repeats `work` until it is done or `signal` aborts: restarts it after a growing pause when it throws. */
export async function retryWithBackoff(
  who: string,
  signal: AbortSignal,
  report: Report,
  work: () => Promise<void>,
): Promise<void> {
  let waitMs = FIRST_MS;
  while (!signal.aborted) {
    const began = performance.now();
    try {
      return await work();
    } catch (fault) {
      if (signal.aborted) return;
      if (performance.now() - began > WELL_MS) waitMs = FIRST_MS;
      report({ what: 'fault', who, failure: describeFault(fault), retryInMs: waitMs });
      await pause(waitMs, signal);
      waitMs = Math.min(waitMs * 2, LONGEST_MS);
    }
  }
}
