import type { DataSource } from 'typeorm';
import type { HealthPart, Measure } from '#platform/observability';
import type { HeldLock } from './held-lock.js';

/** The number of jobs in a queue, by state. */
export interface QueueFigures {
  readonly queue: string;
  /** Jobs that no worker has begun. */
  readonly waiting: number;
  /** Age of the oldest of them in seconds; 0 if there is none. */
  readonly oldestSeconds: number;
  /** Jobs whose time has not come. */
  readonly planned: number;
  readonly failed: number;
}

export interface JobStatus {
  /** Seconds since the last sweep ended, by the database's clock; null before the first. */
  readonly sweptSecondsAgo: number | null;
  /** Tasks that failed in the last sweep. */
  readonly faults: number;
  /** The queues as the last sweep found them; null when they could not be read. */
  readonly queues: readonly QueueFigures[] | null;
}

/**
 * The state of the jobs as the last sweep has recorded it. Any process may read it, also one that does not use the
 * queues. Its times are the database's: they tell whether processes work, which the installation's clock, that may be
 * set, does not.
 */
export async function jobStatus(source: DataSource): Promise<JobStatus> {
  const [row] = await source.query<readonly [JobStatus]>(
    `select extract(epoch from clock_timestamp() - swept_at)::float8 as "sweptSecondsAgo", faults, queues from job_status`,
  );
  return row;
}

/** Records that a sweep has ended, on the connection of its lock. */
export async function recordSweep(
  lock: HeldLock,
  faults: number,
  queues: readonly QueueFigures[] | null,
): Promise<void> {
  await lock.query('update job_status set swept_at = clock_timestamp(), faults = $1, queues = $2', [
    faults,
    queues && JSON.stringify(queues),
  ]);
}

/** Readiness of an installation whose workers sweep, asked in any of its processes. @param periodMs time between two sweeps */
export function sweepHealth(source: DataSource, periodMs: number): HealthPart {
  const began = performance.now();
  return {
    name: 'sweep',
    async notReady() {
      const { sweptSecondsAgo } = await jobStatus(source);
      const isLate = (sweptSecondsAgo ?? Infinity) * 1_000 > 2 * periodMs;
      // After a start, the first sweep has two periods to end.
      return isLate && performance.now() - began > 2 * periodMs ? 'has not run for two periods' : undefined;
    },
  };
}

/** Metrics of the jobs, from the recorded state. */
export function jobMeasures(source: DataSource): readonly Measure[] {
  const ofQueues = (figure: 'waiting' | 'oldestSeconds' | 'failed'): Measure['read'] => {
    return async () =>
      ((await jobStatus(source)).queues ?? []).map((each) => ({ of: each.queue, value: each[figure] }));
  };
  return [
    {
      name: 'samspill_sweep_age_seconds',
      help: 'Seconds since the last sweep ended.',
      read: async () => {
        const { sweptSecondsAgo } = await jobStatus(source);
        return sweptSecondsAgo === null ? [] : [{ value: sweptSecondsAgo }];
      },
    },
    {
      name: 'samspill_sweep_faults',
      help: 'Tasks of the last sweep that failed.',
      read: async () => [{ value: (await jobStatus(source)).faults }],
    },
    {
      name: 'samspill_jobs_waiting',
      help: 'Jobs that no worker had begun at the last sweep, by queue.',
      label: 'queue',
      read: ofQueues('waiting'),
    },
    {
      name: 'samspill_jobs_oldest_seconds',
      help: 'Age of the oldest waiting job at the last sweep, by queue.',
      label: 'queue',
      read: ofQueues('oldestSeconds'),
    },
    {
      name: 'samspill_jobs_failed',
      help: 'Failed jobs that were kept at the last sweep, by queue.',
      label: 'queue',
      read: ofQueues('failed'),
    },
  ];
}
