import { setTimeout as pause } from 'node:timers/promises';
import { LOCKS } from '#platform/database';
import { describeFault } from '#platform/followers';
import type { Clock } from '#platform/kernel';
import { HeldLock } from './held-lock.js';
import { recordSweep, type QueueFigures } from './job-status.js';
import type { ReportJobs } from './notice.js';
import type { SweepTask } from './sweep-task.js';

export interface SweeperOptions {
  /** Connection string of a login that may act as `samspill_runner`. */
  readonly url: string;
  readonly clock: Clock;
  /** The municipalities that are swept. */
  readonly tenants: () => Promise<readonly string[]>;
  /** In this order for each municipality. */
  readonly tasks: readonly SweepTask[];
  readonly report: ReportJobs;
  /** Longest time for a task and a municipality in ms (default five minutes); then the sweep goes on without it. */
  readonly taskLimitMs?: number;
}

/** A task took longer than it may. */
export class TaskTooLong extends Error {
  override readonly name = 'TaskTooLong';
}

const TASK_LIMIT_MS = 5 * 60_000;

/**
 * The sweep: every task for every municipality. One worker at a time sweeps; if it dies, another can at once. A task that
 * fails is reported and does not stop the others.
 */
export class Sweeper {
  constructor(private readonly options: SweeperOptions) {}

  /**
   * @param queues reads the queues for the record; null when they cannot be read
   * @returns `busy` when another worker is sweeping
   * @throws when `signal` aborted, the lock was lost, or the database could not be used: nothing is recorded then
   */
  async sweep(
    signal: AbortSignal,
    queues: () => Promise<readonly QueueFigures[] | null> = () => Promise.resolve(null),
  ): Promise<'done' | 'busy'> {
    const lock = await HeldLock.take(this.options.url, String(LOCKS.sweep));
    if (lock === undefined) return 'busy';
    try {
      const either = AbortSignal.any([signal, lock.lost]);
      const faults = await this.all(either);
      either.throwIfAborted();
      await recordSweep(lock, faults, await queues());
      return 'done';
    } finally {
      await lock.release();
    }
  }

  /** Returns the number of faults. */
  private async all(signal: AbortSignal): Promise<number> {
    const { clock, tasks, tenants, report } = this.options;
    let faults = 0;
    if (tasks.length === 0) return faults;
    for (const tenant of await tenants())
      for (const task of tasks) {
        signal.throwIfAborted();
        try {
          await this.limited(task, tenant, clock.now(), signal);
        } catch (fault) {
          signal.throwIfAborted();
          faults += 1;
          report({ what: 'task-fault', task: task.name, tenant, failure: describeFault(fault) });
        }
      }
    return faults;
  }

  private async limited(task: SweepTask, tenant: string, now: Date, signal: AbortSignal): Promise<void> {
    const ended = new AbortController();
    const tooLong = new AbortController();
    const limit = pause(this.options.taskLimitMs ?? TASK_LIMIT_MS, undefined, { signal: ended.signal }).then(() => {
      tooLong.abort();
      throw new TaskTooLong(task.name);
    });
    // Aborted when the task ends first.
    limit.catch(() => undefined);
    try {
      await Promise.race([task.run(tenant, now, AbortSignal.any([signal, tooLong.signal])), limit]);
    } finally {
      ended.abort();
    }
  }
}
