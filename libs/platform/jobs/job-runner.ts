import { randomUUID } from 'node:crypto';
import { setTimeout as timeout } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { LOCKS, runnerUrlOf, type Signals } from '#platform/database';
import { describeFault } from '#platform/followers';
import { Slots, TenantId } from '#platform/kernel';
import type { JobBackend, JobData } from './backend.js';
import { HeldLock } from './held-lock.js';
import { JobQueues } from './job-queues.js';
import { jobStatus } from './job-status.js';
import { JOBS_TOPIC, Trigger } from './job-triggers.js';
import { SEND, SWEEP, SWEEP_EVERY_MS } from './names.js';
import type { ReportJobs } from './notice.js';
import type { Sweeper } from './sweeper.js';
import type { Work } from './work.js';

export interface JobRunnerOptions {
  readonly source: DataSource;
  readonly backend: JobBackend;
  readonly sweeper: Pick<Sweeper, 'sweep'>;
  /** The work that the queue `send` triggers, if there is any. */
  readonly send?: Work;
  readonly signals: Signals;
  readonly report: ReportJobs;
  /** Time between two sweeps in ms (default a minute). */
  readonly periodMs?: number;
  /** Time after which the job of a dead worker is given to another, in ms (default thirty seconds). */
  readonly stalledMs?: number;
}

/** Municipalities for which one process works at once. */
const SENDS_AT_ONCE = 4;
/** How often in a period the timer of a worker looks whether all is well. */
const LOOKS = 4;
/**
 * A sweep is late after so many periods: the timer then sweeps itself, before health says after two that none has run.
 */
const LATE_AFTER = 1.5;

/** Stored in the queue as the reason: kind and place of a fault, as its message may quote a user's text. */
class JobFailed extends Error {
  override readonly name = 'JobFailed';
  constructor(reason: string) {
    super(reason);
    this.stack = reason;
  }
}

/**
 * Runs the jobs in a worker process; any number of processes may. The queues trigger the sweep and the work. A timer of
 * its own makes sure that the scheduler exists, and sweeps when no sweep has ended in time. Without the queues' server
 * the work is done in this process, so an outage there delays by half a minute at most, and loses nothing.
 */
export class JobRunner {
  private readonly stopping = new AbortController();
  private readonly underWay = new Set<Promise<unknown>>();
  /** Municipalities that this process works for without a job; true: once more afterwards. */
  private readonly sending = new Map<string, boolean>();
  /** Municipalities that waited for the work after this process's last sweep. */
  private waited: ReadonlySet<string> = new Set();
  private readonly slots = new Slots(SENDS_AT_ONCE);
  private queues: JobQueues | undefined;
  private opening: Promise<void> | undefined;
  private running: Promise<void> | undefined;
  private isDown = false;
  private stopListening: () => void = () => undefined;

  constructor(private readonly options: JobRunnerOptions) {}

  /** Begins in the background; faults are reported and retried. Idempotent. */
  start(): void {
    if (this.running) return;
    const { signals } = this.options;
    this.stopListening = signals.listen(JOBS_TOPIC, { received: (message) => this.triggered(message) });
    this.running = this.run();
  }

  /** Ends what is under way, and closes everything. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.stopListening();
    await this.running;
    await Promise.allSettled(this.underWay);
  }

  private get signal(): AbortSignal {
    return this.stopping.signal;
  }

  private get periodMs(): number {
    return this.options.periodMs ?? SWEEP_EVERY_MS;
  }

  /** The timer. */
  private async run(): Promise<void> {
    while (!this.signal.aborted) {
      await Promise.all([this.tendQueues(), this.sweepIfLate()]);
      await timeout(this.periodMs / LOOKS, undefined, { signal: this.signal }).catch(() => undefined);
    }
  }

  /** Never throws. */
  private async sweepIfLate(): Promise<void> {
    try {
      const { sweptSecondsAgo } = await jobStatus(this.options.source);
      if ((sweptSecondsAgo ?? Infinity) * 1_000 >= LATE_AFTER * this.periodMs) await this.sweep();
    } catch (fault) {
      if (!this.signal.aborted) this.options.report({ what: 'job-fault', job: SWEEP, failure: describeFault(fault) });
    }
  }

  /**
   * Sweeps, and triggers the work for every municipality that is waiting for it. One that has been waiting since the
   * last sweep of this process is worked for here: its job may have been lost, or was completed without being done.
   */
  private async sweep(): Promise<void> {
    const { sweeper, send } = this.options;
    const figures = () => this.queues?.figures().catch(() => null) ?? Promise.resolve(null);
    if ((await sweeper.sweep(this.signal, figures)) === 'busy') return;
    if (send === undefined) return;
    const waiting = await send.waiting();
    for (const tenant of waiting)
      if (this.waited.has(tenant)) this.sendHere(tenant, send);
      else this.trigger(tenant, randomUUID());
    this.waited = new Set(waiting);
  }

  /** Opens the queues, and makes sure of the scheduler. Never throws. */
  private async tendQueues(): Promise<void> {
    try {
      // Not waited for: a server that is down must not hold up the timer.
      if (this.queues === undefined) return void (this.opening ??= this.open());
      if (!(await this.queues.isScheduled(this.periodMs))) await this.schedule(this.queues);
      this.works();
    } catch (fault) {
      this.failed(fault);
    }
  }

  private async open(): Promise<void> {
    const { backend, send, stalledMs } = this.options;
    const options = { concurrency: 1, ...(stalledMs !== undefined && { stalledMs }) };
    let queues: JobQueues | undefined;
    try {
      queues = await JobQueues.open(backend, (fault) => this.failed(fault));
      const opened = queues;
      // Stopped meanwhile: nobody else would close them.
      if (this.signal.aborted) return await opened.close(this.isDown);
      this.signal.addEventListener('abort', () => this.keep(opened.close(this.isDown)), { once: true });
      queues.work(SWEEP, () => this.carryOut(SWEEP, undefined, () => this.sweep()), options);
      if (send) queues.work(SEND, (data) => this.sent(data, send), { ...options, concurrency: SENDS_AT_ONCE });
      await queues.ready();
      if (this.signal.aborted) return;
      this.queues = queues;
      this.works();
      if (!(await queues.isScheduled(this.periodMs))) await this.schedule(queues);
    } catch (fault) {
      this.failed(fault);
      if (this.queues === undefined) {
        await queues?.close();
        this.opening = undefined;
      }
    }
  }

  /** Under a lock: two schedulers made at once would leave a job of each. */
  private async schedule(queues: JobQueues): Promise<void> {
    const lock = await HeldLock.take(runnerUrlOf(this.options.source), String(LOCKS.jobScheduler));
    if (lock === undefined) return;
    try {
      if (!(await queues.isScheduled(this.periodMs))) await queues.schedule(this.periodMs);
    } finally {
      await lock.release();
    }
  }

  private triggered(message: unknown): void {
    const trigger = Trigger.safeParse(message);
    if (trigger.success) this.trigger(trigger.data.tenant, trigger.data.id);
  }

  /** Makes a job of it, or does the work here when that cannot be done. */
  private trigger(tenant: string, id: string): void {
    const { send } = this.options;
    if (send === undefined || this.signal.aborted) return;
    if (this.queues === undefined || this.isDown) return this.sendHere(tenant, send);
    const added = this.queues.send(tenant, id).catch((fault: unknown) => {
      this.failed(fault);
      this.sendHere(tenant, send);
    });
    this.keep(added);
  }

  /** Once at a time for a municipality, and once more when it was triggered meanwhile. */
  private sendHere(tenant: string, send: Work): void {
    if (this.sending.has(tenant)) return void this.sending.set(tenant, true);
    this.sending.set(tenant, false);
    const work = async () => {
      const run = () => this.carryOut(SEND, tenant, () => send.run(tenant, this.signal));
      await this.slots.run(run).catch(() => undefined);
      const again = this.sending.get(tenant);
      this.sending.delete(tenant);
      if (again && !this.signal.aborted) this.sendHere(tenant, send);
    };
    this.keep(work());
  }

  private async sent({ tenant }: JobData, send: Work): Promise<void> {
    const id = TenantId.safeParse(tenant);
    if (!id.success) throw new JobFailed('Not a tenant id');
    await this.carryOut(SEND, id.data, () => send.run(id.data, this.signal));
  }

  /** @throws JobFailed */
  private async carryOut(job: string, tenant: string | undefined, work: () => Promise<void>): Promise<void> {
    const working = work();
    this.keep(working);
    try {
      await working;
    } catch (fault) {
      if (this.signal.aborted) throw new JobFailed('The worker was stopped');
      const failure = describeFault(fault);
      this.options.report({ what: 'job-fault', job, ...(tenant !== undefined && { tenant }), failure });
      throw new JobFailed(failure);
    }
  }

  private keep(promise: Promise<unknown>): void {
    this.underWay.add(promise);
    const ended = () => void this.underWay.delete(promise);
    promise.then(ended, ended);
  }

  /** Reported once for an outage: while it lasts, every connection fails again and again. */
  private failed(fault: unknown): void {
    if (this.isDown || this.signal.aborted) return;
    this.isDown = true;
    this.options.report({ what: 'queue-fault', queue: this.options.backend.name, failure: describeFault(fault) });
  }

  private works(): void {
    if (!this.isDown) return;
    this.isDown = false;
    this.options.report({ what: 'queue-works', queue: this.options.backend.name });
  }
}
