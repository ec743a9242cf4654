import type { Client } from 'pg';
import { dedicatedConnection, runnerUrlOf } from '#platform/database';
import {
  decoder,
  endHalt,
  halt,
  HALTS,
  passedOverBy,
  NOTIFY_MOVED,
  type Decode,
  type Halt,
  type LogEvent,
  type Report,
} from '#platform/followers';
import type { EventStore } from '#platform/event-store';
import { isFollowing, type Projected } from './batch.js';
import { haltOf } from './fold-one-by-one.js';
import { beginLocked } from './checkpoints.js';
import { Folding } from './folding.js';
import { wantedBy } from './read-model.js';
import type { ProjectionSource } from './rebuild.js';
import { RowTable } from './row-table.js';
import { upToFailing } from './failing-event.js';

export interface ResumeOptions {
  readonly signal: AbortSignal;
  readonly report: Report;
}

const PAGE = 1_000;

/**
 * Retries the halts of read models: takes the events that the tenant has missed, in order, up to the checkpoint,
 * and ends the halt. If the event still cannot be taken, and no operator has skipped it, the halt stays. Any process
 * may do this at any time: each step locks the checkpoint, and moves the rows and the halt's position in one
 * transaction, so every event is taken once.
 */
export async function resumeHalted(
  { source, events, catalog, readModels }: ProjectionSource,
  { signal, report }: ResumeOptions,
): Promise<void> {
  const client = await dedicatedConnection(runnerUrlOf(source), 'samspill_runner');
  try {
    const { rows } = await client.query<Halt>(`${HALTS} where kind = 'read-model' order by name, tenant`);
    const decode = decoder(catalog, wantedBy(readModels));
    for (const it of rows) {
      const model = readModels.find(({ name }) => name === it.name);
      if (!model || signal.aborted) continue;
      const projected = { model, table: RowTable.of(source, model) };
      await new Resumption(client, projected, it, await passedOverBy(client, 'read-model', model.name)).run(
        events,
        decode,
        { signal, report },
      );
    }
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** One halted tenant of one read model, catching up with the others. */
class Resumption {
  /** Position of the halt in the database, as far as this process has moved it. */
  private position: bigint;
  private caughtUp = false;

  constructor(
    private readonly client: Client,
    private readonly projected: Projected,
    private readonly from: Halt,
    private readonly passedOver: ReadonlySet<string>,
  ) {
    this.position = from.position;
  }

  async run(events: EventStore, decode: Decode, { signal, report }: ResumeOptions): Promise<void> {
    const { tenant, kind, name } = this.from;
    let after = this.from.position - 1n;
    // Begins with the event itself: reading on is useless while it cannot be taken.
    for (let batchSize = 1; !signal.aborted; batchSize = PAGE) {
      const page = await firstPage(events, after, batchSize, signal);
      const own = page.map(decode).filter((event) => event.tenant === tenant);
      const failing = await upToFailing(own, (some) => this.advance(some, some.at(-1)!.position));
      if (failing) {
        const halted = haltOf(name, failing);
        await this.stay(halted);
        return report({ what: 'halted', ...halted });
      }
      after = page.at(-1)?.position ?? after;
      const isOurs = this.caughtUp || (await this.advance([], after));
      if (this.caughtUp) report({ what: 'goes-on', kind, name, tenant });
      if (this.caughtUp || !isOurs || page.length === 0) return;
    }
  }

  /** Takes these events, up to this position; ends the halt when it reaches the checkpoint. */
  private async advance(events: readonly LogEvent[], upTo: bigint): Promise<boolean> {
    const { client, projected, from, passedOver } = this;
    const { model, table } = projected;
    return this.locked(async (checkpoint) => {
      const folding = new Folding(model, table, { passedOver, halted: new Map() });
      // Events after the checkpoint are left: the tenant takes them together with the others.
      await folding.take(
        client,
        events.filter(({ position }) => position <= checkpoint),
      );
      await folding.write(client);
      if (upTo >= checkpoint) {
        await endHalt(client, from);
        this.caughtUp = true;
        return;
      }
      await client.query(`update follower_halt set position = $4 where kind = $1 and name = $2 and tenant = $3`, [
        from.kind,
        from.name,
        from.tenant,
        upTo + 1n,
      ]);
      this.position = upTo + 1n;
    });
  }

  private async stay(at: Halt): Promise<void> {
    await this.locked(() => halt(this.client, at));
  }

  /**
   * Runs `work` while the checkpoint is locked. False, with nothing done, when another process has moved the halt
   * meanwhile.
   */
  private async locked(work: (checkpoint: bigint) => Promise<void>): Promise<boolean> {
    const { client, projected, from } = this;
    const { model } = projected;
    const { status, halted } = await beginLocked(client, [model]);
    try {
      const at = status.get(model.name);
      if (!isFollowing(model, at) || halted.get(model.name)?.get(from.tenant) !== this.position) {
        await client.query('rollback');
        return false;
      }
      await work(at.position);
      await client.query(`commit; ${NOTIFY_MOVED}`);
      return true;
    } catch (fault) {
      await client.query('rollback').catch(() => undefined);
      throw fault;
    }
  }
}

async function firstPage(events: EventStore, after: bigint, batchSize: number, signal: AbortSignal) {
  for await (const page of events.readAll({ after, batchSize, signal })) return page;
  return [];
}
