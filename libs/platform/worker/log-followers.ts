import type { DataSource } from 'typeorm';
import type { EventCatalog, EventStore } from '#platform/event-store';
import { silent, type Freshness, type Report } from '#platform/followers';
import { PolicyRunner, type AnyStreams, type Policy } from '#platform/policies';
import { ProjectionRunner, type ReadModel } from '#platform/projections';

export interface LogFollowersOptions {
  readonly source: DataSource;
  readonly events: EventStore;
  readonly catalog: EventCatalog;
  readonly readModels: readonly ReadModel[];
  readonly policies: readonly Policy[];
  readonly streams: readonly AnyStreams[];
  /** Freshness of the API in this process, if any: it is notified of progress directly. */
  readonly freshness?: Pick<Freshness, 'moved'>;
  readonly report?: Report;
  /** Time without renewal after which another process takes the lease (default six seconds). */
  readonly leaseMs?: number;
}

/**
 * All followers of the log: read models and policies. Any number of processes may run it; one works, and another takes
 * over when that one dies or freezes.
 */
export class LogFollowers {
  private readonly stopping = new AbortController();
  private running: Promise<unknown> | undefined;

  constructor(private readonly options: LogFollowersOptions) {}

  /** Begins to follow in the background; faults are reported and retried. Idempotent. */
  start(): void {
    const { freshness, report = silent } = this.options;
    const followers = { ...this.options, report, moved: () => freshness?.moved() };
    const { signal } = this.stopping;
    this.running ??= Promise.all([
      new ProjectionRunner(followers).run(signal),
      new PolicyRunner(followers).run(signal),
    ]);
  }

  /** Ends after the current batch and closes everything. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }
}
