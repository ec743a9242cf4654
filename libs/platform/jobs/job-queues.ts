import type { Job } from 'bullmq';
import { systemClock } from '#platform/kernel';
import type { Connected, JobBackend, JobData, JobQueue, JobWorker, WorkerOptions } from './backend.js';
import type { QueueFigures } from './job-status.js';
import { SEND, SWEEP } from './names.js';
import { withTimeLimit } from './time-limit.js';

/** A job that failed, as `samspill jobs` shows it. */
export interface FailedJob {
  /** `send/17`: its queue and its id there. */
  readonly id: string;
  readonly tenant: string | undefined;
  readonly failedAt: Date | undefined;
  /** Kind and place of the fault; no text of anybody's. */
  readonly reason: string;
}

/** Makes a job again and again. */
export interface Scheduler {
  readonly name: string;
  readonly everyMs: number;
  readonly next: Date;
}

/** A worker's function for the jobs of a queue. */
export type CarryOut = (data: JobData) => Promise<void>;

/** BullMQ's times are the machine's. */
const nowMs = () => systemClock.now().getTime();
/** Longest wait for an answer of the queues' server, in ms. */
const ANSWER_MS = 5_000;
/** Longest wait for the jobs under way when a process stops, in ms; their work has been told to end. */
const END_MS = 10_000;
/** Longest wait for a connection that is given up, in ms. */
const GIVEN_UP_MS = 1_000;

/**
 * Jobs are kept for `samspill jobs`, as many as are of use. A failed job is not tried again: the next sweep triggers
 * it.
 */
const KEPT = {
  removeOnComplete: { count: 20 },
  removeOnFail: { count: 100, age: 14 * 24 * 60 * 60 },
  attempts: 1,
  stackTraceLimit: 0,
};

/**
 * The two queues: `sweep`, which a scheduler fills every minute, and `send`, with a job for each municipality that
 * something is to be done for. Two, so that long work never keeps the sweep waiting. They only trigger: what is due
 * stands in tables, and an emptied queue loses nothing. Every call is limited in time.
 */
export class JobQueues {
  private readonly queues: readonly JobQueue[];
  private readonly workers: JobWorker[] = [];

  private constructor(
    private readonly connected: Connected,
    private readonly onFault: (fault: Error) => void,
  ) {
    this.queues = [SWEEP, SEND].map((name) => connected.queue(name));
  }

  /**
   * Opens the queues; the caller closes them. It waits as long as the server does not answer: see `ready`.
   * @param onFault called for each fault of a connection, which BullMQ then opens again
   */
  static async open(backend: JobBackend, onFault: (fault: Error) => void = () => undefined): Promise<JobQueues> {
    return new JobQueues(await backend.connect(onFault), onFault);
  }

  /**
   * Resolves when the server has answered; workers begin then.
   * @throws the fault of the server, after which the queues cannot be used: close them, and open others
   */
  async ready(): Promise<void> {
    await Promise.all([...this.queues, ...this.workers].map((each) => each.waitUntilReady()));
    for (const worker of this.workers) worker.run().catch(this.onFault);
  }

  /** Carries out the jobs of a queue; call it before `ready`. */
  work(name: typeof SWEEP | typeof SEND, carryOut: CarryOut, options: WorkerOptions): void {
    this.workers.push(this.connected.worker(name, (job) => carryOut(job.data), options));
  }

  /** Triggers the work for a municipality. Jobs with the same `id` are one. */
  async send(tenant: string, id: string): Promise<void> {
    await withTimeLimit(ANSWER_MS, this.queue(SEND).add(SEND, { tenant }, { ...KEPT, jobId: id }));
  }

  /** True when a scheduler makes sweeps in this interval, and the next one is not overdue. */
  async isScheduled(everyMs: number): Promise<boolean> {
    const scheduler = await withTimeLimit(ANSWER_MS, this.queue(SWEEP).getJobScheduler(SWEEP));
    return scheduler?.every === everyMs && (scheduler.next ?? 0) > nowMs() - everyMs;
  }

  /** Makes the scheduler, or makes it go on. One process at a time may call it. */
  async schedule(everyMs: number): Promise<void> {
    const made = this.queue(SWEEP).upsertJobScheduler(SWEEP, { every: everyMs }, { name: SWEEP, opts: KEPT });
    await withTimeLimit(ANSWER_MS, made);
  }

  /** The timers that make jobs, with their next time: that of the sweep, or none before the first worker has begun. */
  async schedulers(): Promise<readonly Scheduler[]> {
    const all = await withTimeLimit(ANSWER_MS, Promise.all(this.queues.map((queue) => queue.getJobSchedulers())));
    return all.flat().map(({ name, every = 0, next = 0 }) => ({ name, everyMs: every, next: new Date(next) }));
  }

  figures(): Promise<readonly QueueFigures[]> {
    return withTimeLimit(ANSWER_MS, Promise.all(this.queues.map(figuresOf)));
  }

  /** Latest first. */
  async failed(): Promise<readonly FailedJob[]> {
    const jobs = await withTimeLimit(ANSWER_MS, Promise.all(this.queues.map((queue) => queue.getFailed())));
    return jobs
      .flat()
      .toSorted((a, b) => (b.finishedOn ?? 0) - (a.finishedOn ?? 0))
      .map(failedJob);
  }

  /** Puts a failed job into its queue again. @returns false when there is no such failed job */
  retry(id: string): Promise<boolean> {
    return this.withFailed(id, (job) => job.retry('failed'));
  }

  /** Removes a failed job. @returns false when there is no such failed job */
  discard(id: string): Promise<boolean> {
    return this.withFailed(id, (job) => job.remove());
  }

  /**
   * Waits for the jobs under way, and closes everything. Never throws.
   * @param isDown the server does not answer: then nothing of it is waited for
   */
  async close(isDown = false): Promise<void> {
    // The jobs under way may use the queues.
    await Promise.all(this.workers.map((worker) => closed(worker, isDown)));
    await Promise.all(this.queues.map((queue) => closed(queue, isDown)));
  }

  private queue(name: string): JobQueue {
    return this.queues.find((each) => each.name === name)!;
  }

  private async withFailed(id: string, work: (job: Job<JobData>) => Promise<void>): Promise<boolean> {
    const queue = this.queues.find(({ name }) => id.startsWith(`${name}/`));
    const job = await queue?.getJob(id.slice(queue.name.length + 1));
    if (!job || !(await job.isFailed())) return false;
    await withTimeLimit(ANSWER_MS, work(job));
    return true;
  }
}

async function figuresOf(queue: JobQueue): Promise<QueueFigures> {
  const [counts, [oldest]] = await Promise.all([
    queue.getJobCounts('waiting', 'prioritized', 'delayed', 'failed'),
    queue.getJobs(['waiting'], 0, 0, true),
  ]);
  return {
    queue: queue.name,
    waiting: (counts['waiting'] ?? 0) + (counts['prioritized'] ?? 0),
    oldestSeconds: oldest ? Math.max(0, nowMs() - oldest.timestamp - oldest.delay) / 1_000 : 0,
    planned: counts['delayed'] ?? 0,
    failed: counts['failed'] ?? 0,
  };
}

const failedJob = (job: Job<JobData>): FailedJob => ({
  id: `${job.queueName}/${job.id}`,
  tenant: job.data.tenant,
  failedAt: job.finishedOn === undefined ? undefined : new Date(job.finishedOn),
  reason: job.failedReason,
});

/** BullMQ waits for a server that does not answer: then the connections are given up. */
async function closed(each: Closing, isDown: boolean): Promise<void> {
  try {
    await withTimeLimit(isDown ? GIVEN_UP_MS : END_MS, each.close(isDown));
  } catch {
    await withTimeLimit(GIVEN_UP_MS, each.disconnect()).catch(() => undefined);
  }
}

interface Closing {
  close(force?: boolean): Promise<void>;
  disconnect(): Promise<void>;
}
