import type { Client } from 'pg';
import { describeFault, type Halt, type LogEvent } from '#platform/followers';
import { FoldFailed, Folding, isTableFault } from './folding.js';
import type { ReadModel } from './read-model.js';
import type { RowTable } from './row-table.js';
import { upToFailing, type Failing } from './failing-event.js';

/** True if the event halts only its own tenant: the table is sound, and the event names its tenant. */
export const haltsOneTenant = ({ event, fault }: Failing): boolean => event.tenant !== '' && !isTableFault(fault.cause);

export const haltOf = (name: string, { event, fault }: Failing): Halt => ({
  kind: 'read-model',
  name,
  tenant: event.tenant,
  position: event.position,
  eventId: event.id,
  type: event.type,
  failure: describeFault(fault.cause),
});

/**
 * Folds into a table that nobody reads yet, one batch per transaction. A tenant stops at the first event that
 * cannot be taken; the others continue. Slower than folding in memory, so it is used only for models that failed there.
 */
export class FoldOneByOne {
  readonly halts: Halt[] = [];
  private readonly halted = new Map<string, bigint>();
  readonly leftOut;

  constructor(
    private readonly model: ReadModel,
    private readonly table: RowTable,
    passedOver: ReadonlySet<string>,
  ) {
    this.leftOut = { passedOver, halted: this.halted };
  }

  /** @throws FoldFailed for an event that does not halt only its own tenant */
  async take(client: Client, batch: readonly LogEvent[]): Promise<void> {
    let rest = batch;
    while (rest.length > 0) {
      const failing = await upToFailing(rest, (events) => this.inOneTransaction(client, events));
      if (!failing) return;
      if (!haltsOneTenant(failing)) throw new FoldFailed(this.model.name, failing.fault.cause, failing.event);
      this.halts.push(haltOf(this.model.name, failing));
      this.halted.set(failing.event.tenant, failing.event.position);
      rest = rest.slice(rest.indexOf(failing.event) + 1);
    }
  }

  private async inOneTransaction(client: Client, events: readonly LogEvent[]): Promise<void> {
    await client.query('begin');
    try {
      const folding = new Folding(this.model, this.table, this.leftOut);
      await folding.take(client, events);
      await folding.write(client);
      await client.query('commit');
    } catch (fault) {
      await client.query('rollback').catch(() => undefined);
      throw fault;
    }
  }
}
