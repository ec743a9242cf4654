import type { Client } from 'pg';
import { LOCKS, urlOf } from '#platform/database';
import {
  decoder,
  describeFault,
  lead,
  persist,
  rest,
  silent,
  stop,
  type Decode,
  type LogEvent,
  type Report,
} from '#platform/followers';
import type { EventStore } from '#platform/event-store';
import { isFollowing, takeBatch, type Projected } from './batch.js';
import { enrol, standingsOf } from './checkpoints.js';
import { FoldFailed } from './folding.js';
import { rebuild, RebuildFailed, type ProjectionSource } from './rebuild.js';
import { wantedBy, type ReadModel } from './read-model.js';
import { RowTable } from './row-table.js';

export interface ProjectionRunnerOptions extends ProjectionSource {
  readonly report?: Report;
  /** Word within the process that read models have moved. */
  readonly moved?: () => void;
  /** Events at most in a transaction (default 1,000). */
  readonly batchSize?: number;
}

/** How long to wait where no read model can follow just now. */
const IDLE_MS = 500;

/**
 * Keeps every read model at the end of the log. Of several processes one works at a time; when it dies, another takes
 * over. Read models whose table is of another version are built beside the live one meanwhile.
 */
export class ProjectionRunner {
  private readonly projected: readonly Projected[];
  private readonly decode: Decode;
  private readonly events: EventStore;
  private readonly report: Report;

  constructor(private readonly options: ProjectionRunnerOptions) {
    this.projected = options.readModels.map((model) => ({ model, table: RowTable.of(options.source, model) }));
    this.decode = decoder(options.catalog, wantedBy(options.readModels));
    this.events = options.events;
    this.report = options.report ?? silent;
  }

  /** Works until `signal` aborts; then it ends quietly with no transaction open. */
  run(signal: AbortSignal): Promise<void> {
    return persist('projections', signal, this.report, async () => {
      const client = await lead(urlOf(this.options.source), LOCKS.projections, signal);
      if (!client) return;
      const led = new AbortController();
      let building: Promise<void> | undefined;
      try {
        this.report({ what: 'leading', who: 'projections' });
        await enrol(client, this.options.readModels, await this.events.head());
        building = this.build(client, AbortSignal.any([signal, led.signal]));
        await this.follow(client, signal);
      } finally {
        led.abort();
        await building;
        await client.end().catch(() => undefined);
      }
    });
  }

  /** Builds, beside the live tables, those that are of another version. */
  private async build(client: Client, signal: AbortSignal): Promise<void> {
    const standing = await standingsOf(client, this.options.readModels);
    const stale = this.options.readModels.filter(({ name }) => standing.get(name)?.state === 'building');
    if (stale.length === 0) return;
    await persist('rebuild', signal, this.report, async () => {
      try {
        await rebuild(this.options, stale, { signal });
      } catch (fault) {
        if (!(fault instanceof RebuildFailed)) throw fault;
        for (const { readModel: name, cause } of fault.failures)
          this.report({ what: 'stopped', kind: 'read-model', name, failure: describeFault(cause) });
      }
    });
  }

  private async follow(client: Client, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const standing = await standingsOf(client, this.options.readModels);
      const positions = this.projected.flatMap(({ model }) => {
        const it = standing.get(model.name);
        return isFollowing(model, it) ? [it.position] : [];
      });
      if (positions.length === 0) {
        await rest(IDLE_MS, signal);
        continue;
      }
      let from = positions.reduce((least, position) => (position < least ? position : least));
      const { batchSize } = this.options;
      for await (const stored of this.events.subscribe({ after: from, signal, batchSize })) {
        const batch = stored.map(this.decode);
        if ((await this.take(client, batch, from)) === 'behind') break;
        from = batch.at(-1)!.position;
        this.options.moved?.();
      }
    }
  }

  /** Takes a batch into all; one that cannot take it is set aside, taken as far as it goes and stopped there. */
  private async take(client: Client, batch: readonly LogEvent[], from: bigint): Promise<'taken' | 'behind'> {
    let others = this.projected;
    const failing: Projected[] = [];
    for (;;) {
      try {
        const answer = others.length === 0 ? 'taken' : await takeBatch(client, others, batch, from);
        if (answer === 'taken') for (const one of failing) await this.takeAsFarAsPossible(client, one, batch, from);
        return answer;
      } catch (fault) {
        if (!(fault instanceof FoldFailed)) throw fault;
        failing.push(...others.filter(({ model }) => model.name === fault.readModel));
        others = others.filter(({ model }) => model.name !== fault.readModel);
      }
    }
  }

  /** Halves the batch until the one event that stands in the way is found. Answers false when it is stopped. */
  private async takeAsFarAsPossible(
    client: Client,
    one: Projected,
    batch: readonly LogEvent[],
    from: bigint,
  ): Promise<boolean> {
    try {
      await takeBatch(client, [one], batch, from);
      return true;
    } catch (fault) {
      if (!(fault instanceof FoldFailed)) throw fault;
      const half = batch.length >> 1;
      if (half === 0) {
        await this.stop(client, one.model, batch[0]!, fault);
        return false;
      }
      const first = batch.slice(0, half);
      if (!(await this.takeAsFarAsPossible(client, one, first, from))) return false;
      return this.takeAsFarAsPossible(client, one, batch.slice(half), first.at(-1)!.position);
    }
  }

  private async stop(client: Client, { name }: ReadModel, { position, type }: LogEvent, fault: FoldFailed) {
    const failure = describeFault(fault.cause);
    await stop(client, 'read-model', name, { position, type, failure });
    this.report({ what: 'stopped', kind: 'read-model', name, failure });
    this.options.moved?.();
  }
}
