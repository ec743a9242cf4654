import type { Client } from 'pg';
import { runnerUrlOf } from '#platform/database';
import {
  decoder,
  describeFault,
  EVENT_PASSED_OVER,
  halt,
  lead,
  retryWithBackoff,
  pause,
  silent,
  stop,
  type Decode,
  type LogEvent,
  type Report,
} from '#platform/followers';
import type { EventStore } from '#platform/event-store';
import { isFollowing, takeBatch, type Projected } from './batch.js';
import { haltOf, haltsOneTenant } from './fold-one-by-one.js';
import { beginLocked, commitAt, prepareModels, statusesOf } from './checkpoints.js';
import { FoldFailed } from './folding.js';
import { resumeHalted } from './resume-halted.js';
import { rebuild, RebuildFailed, type ProjectionSource } from './rebuild.js';
import { wantedBy, type ReadModel } from './read-model.js';
import { RowTable } from './row-table.js';
import { upToFailing, type Failing } from './failing-event.js';

export interface ProjectionRunnerOptions extends ProjectionSource {
  readonly report?: Report;
  /** Notifies the process that read models have moved. */
  readonly moved?: () => void;
  /** Most events per transaction (default 1,000). */
  readonly batchSize?: number;
  /** Time without renewal after which another process takes the lease (default six seconds). */
  readonly leaseMs?: number;
}

/** The working connection, and the fence that lets its transactions commit only under the lease. */
interface Led {
  readonly client: Client;
  readonly fence: string;
}

/** Pause when no read model can currently follow, in ms. */
const IDLE_MS = 500;

/**
 * Keeps every read model at the end of the log. One of several processes works at a time; when it dies or freezes,
 * another takes over. Read models whose table is of another version are meanwhile built beside the live one.
 */
export class ProjectionRunner {
  private readonly projected: readonly Projected[];
  private readonly decode: Decode;
  private readonly events: EventStore;
  private readonly report: Report;
  private resuming: Promise<void> = Promise.resolve();

  constructor(private readonly options: ProjectionRunnerOptions) {
    this.projected = options.readModels.map((model) => ({ model, table: RowTable.of(options.source, model) }));
    this.decode = decoder(options.catalog, wantedBy(options.readModels));
    this.events = options.events;
    this.report = options.report ?? silent;
  }

  /** Runs until `signal` aborts; then it ends without an error and with no transaction open. */
  run(signal: AbortSignal): Promise<void> {
    return retryWithBackoff('projections', signal, this.report, async () => {
      const lease = await lead(runnerUrlOf(this.options.source), 'projections', signal, this.options.leaseMs);
      if (!lease) return;
      const led = new AbortController();
      const leading = AbortSignal.any([signal, lease.lost, led.signal]);
      const working: Promise<void>[] = [];
      try {
        const client = await lease.connection();
        this.report({ what: 'leading', who: 'projections' });
        await prepareModels(client, this.options.readModels, await this.events.head());
        // A newer program may take the event that stopped the previous one.
        this.resume(leading);
        working.push(this.build(client, leading), this.follow({ client, fence: lease.fence }, leading));
        await Promise.all(working);
        if (!signal.aborted) lease.throwIfLost();
      } finally {
        led.abort();
        // Their faults must not prevent the release: this process would renew a lease under which nobody works.
        await Promise.allSettled([...working, this.resuming]);
        await lease.release();
      }
    });
  }

  /** Builds, beside the live tables, the read models whose table is of another version. */
  private async build(client: Client, signal: AbortSignal): Promise<void> {
    const status = await statusesOf(client, this.options.readModels);
    const stale = this.options.readModels.filter(({ name }) => status.get(name)?.state === 'building');
    if (stale.length === 0) return;
    await retryWithBackoff('rebuild', signal, this.report, async () => {
      try {
        await rebuild(this.options, stale, { signal });
      } catch (fault) {
        if (!(fault instanceof RebuildFailed)) throw fault;
        for (const { readModel: name, cause } of fault.failures)
          this.report({ what: 'stopped', kind: 'read-model', name, failure: describeFault(cause) });
      }
    });
    this.resume(signal);
  }

  private async follow(led: Led, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const status = await statusesOf(led.client, this.options.readModels);
      const positions = this.projected.flatMap(({ model }) => {
        const it = status.get(model.name);
        return isFollowing(model, it) ? [it.position] : [];
      });
      if (positions.length === 0) {
        await pause(IDLE_MS, signal);
        continue;
      }
      let from = positions.reduce((least, position) => (position < least ? position : least));
      const { batchSize } = this.options;
      for await (const stored of this.events.subscribe({ after: from, signal, batchSize })) {
        const batch = stored.map(this.decode);
        if ((await this.take(led, batch, from)) === 'behind') break;
        from = batch.at(-1)!.position;
        this.options.moved?.();
        if (batch.some(({ type }) => type === EVENT_PASSED_OVER)) this.resume(signal);
      }
    }
  }

  /** Takes a batch into all models; a model that cannot take it takes it alone, as far as it can. */
  private async take(led: Led, batch: readonly LogEvent[], from: bigint): Promise<'taken' | 'behind'> {
    let others = this.projected;
    const failing: Projected[] = [];
    for (;;) {
      try {
        const answer = others.length === 0 ? 'taken' : await takeBatch(led.client, others, batch, from, led.fence);
        if (answer === 'taken') for (const one of failing) await this.takeAlone(led, one, batch, from);
        return answer;
      } catch (fault) {
        if (!(fault instanceof FoldFailed)) throw fault;
        failing.push(...others.filter(({ model }) => model.name === fault.readModel));
        others = others.filter(({ model }) => model.name !== fault.readModel);
      }
    }
  }

  /** Takes the batch without the rest of a tenant from the first event that cannot be taken. */
  private async takeAlone(led: Led, one: Projected, batch: readonly LogEvent[], from: bigint): Promise<void> {
    const before = (event: LogEvent) => batch[batch.indexOf(event) - 1]?.position ?? from;
    let pause = batch;
    while (pause.length > 0) {
      const failing = await upToFailing(pause, (events) =>
        takeBatch(led.client, [one], events, before(events[0]!), led.fence),
      );
      if (!failing) return;
      if (!haltsOneTenant(failing)) return this.stop(led.client, one.model, failing);
      await this.halt(led, one.model, failing);
      pause = pause.slice(pause.indexOf(failing.event) + 1);
    }
  }

  /** Moves the checkpoint past the event and records the halt of its tenant, in one transaction. */
  private async halt({ client, fence }: Led, model: ReadModel, failing: Failing): Promise<void> {
    const halted = haltOf(model.name, failing);
    await beginLocked(client, [model], fence);
    try {
      await halt(client, halted);
      await commitAt(client, [model], failing.event.position);
    } catch (fault) {
      await client.query('rollback').catch(() => undefined);
      throw fault;
    }
    this.report({ what: 'halted', ...halted });
  }

  private async stop(client: Client, { name }: ReadModel, { event: { position, type }, fault }: Failing) {
    const failure = describeFault(fault.cause);
    await stop(client, 'read-model', name, { position, type, failure });
    this.report({ what: 'stopped', kind: 'read-model', name, failure });
    this.options.moved?.();
  }

  /** Retries halted tenants, one at a time, in the background. */
  private resume(signal: AbortSignal): void {
    this.resuming = this.resuming.then(() =>
      retryWithBackoff('halted', signal, this.report, async () => {
        await resumeHalted(this.options, { signal, report: this.report });
        this.options.moved?.();
      }),
    );
  }
}
