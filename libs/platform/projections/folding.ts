import type { ClientBase } from 'pg';
import { sqlStateOf } from '#platform/database';
import type { DomainEvent } from '#platform/kernel';
import type { LogEvent } from '#platform/followers';
import type { Fold, ReadModel } from './read-model.js';
import { ByAddress, type RowAddress } from './by-address.js';
import { tenantOf, Unwritable, type Row, type RowStore } from './row-table.js';

/** The event that could not be taken. */
export type FailedAt = Pick<LogEvent, 'position' | 'type' | 'id' | 'tenant'>;

/** A read model could not take an event: the event or the fold is at fault, and a retry would fail again. */
export class FoldFailed extends Error {
  override readonly name = 'FoldFailed';
  constructor(
    readonly readModel: string,
    override readonly cause: unknown,
    /** Unknown when the database refused the rows of many events. */
    readonly at?: FailedAt,
  ) {
    super(`Read model ${readModel} cannot take ${at ? `${at.type} at position ${at.position}` : 'an event'}`);
  }
}

/**
 * True if the database refuses these rows permanently: wrong values (22), broken constraints (23), two rows of one key
 * (21), too long for an index (54), wrong columns (42); or a value cannot be written as its column's type.
 */
export const isRowFault = (fault: unknown): boolean =>
  fault instanceof Unwritable || /^(21|22|23|42|54)/.test(sqlStateOf(fault) ?? '');

/** The table itself is at fault (class 42), so it accepts no rows of any tenant. */
export const isTableFault = (fault: unknown): boolean => /^42/.test(sqlStateOf(fault) ?? '');

/** Events that a read model leaves out. */
export interface LeftOut {
  /** Ids of events that an operator lets it skip. */
  readonly passedOver: ReadonlySet<string>;
  /** Halted tenants, with the first position that is not taken. */
  readonly halted: ReadonlyMap<string, bigint>;
}

export const nothingLeftOut: LeftOut = { passedOver: new Set(), halted: new Map() };

/** A row in memory; undefined where the table has none at its address. */
interface Held extends RowAddress {
  row: Row | undefined;
  /** True until it is written. */
  isChanged: boolean;
}

type LogFold = Fold<DomainEvent, Row>;

/** A fold that waits until the rows which it touches have been fetched. */
interface Step {
  readonly logged: LogEvent;
  readonly fold: LogFold;
  readonly touched: readonly Held[];
}

const contextOf = (type: string): string => type.slice(0, type.indexOf('.'));

type Rows = ByAddress<Held>;

/**
 * Rows of one read model in memory, folded there and written back together. Fetched and folded rows are kept, in two
 * generations, until `retire` takes out those not touched since the previous call.
 */
export class Folding {
  private readonly contexts: ReadonlySet<string>;
  private readonly folds: ReadonlyMap<string, Fold<DomainEvent, Row> | 'ignored'>;
  private rows: Rows = new ByAddress();
  private older: Rows = new ByAddress();
  /** Generations that are being written. Their rows are used from here until they can be fetched. */
  private leaving: readonly Rows[] = [];

  constructor(
    readonly model: ReadModel,
    readonly table: RowStore,
    readonly leftOut: LeftOut = nothingLeftOut,
  ) {
    this.folds = new Map(Object.entries(model.on as Record<string, Fold<DomainEvent, Row> | 'ignored'>));
    this.contexts = new Set([...this.folds.keys()].map(contextOf));
  }

  /** Rows held in memory, without those that are being written. */
  get size(): number {
    return this.rows.size + this.older.size;
  }

  /** Rows of the table and in memory together, roughly. */
  get allRows(): number {
    return this.size + (this.table.added ?? 0);
  }

  /** False if no event of this type changes rows, or halts a tenant when it cannot be decoded. */
  mayTake(type: string): boolean {
    const fold = this.folds.get(type);
    return fold === undefined ? this.contexts.has(contextOf(type)) : fold !== 'ignored';
  }

  /**
   * Takes the events in order: fetches the rows they touch and folds. Throws `FoldFailed`; then nothing may be written.
   */
  async take(client: ClientBase, events: readonly LogEvent[]): Promise<void> {
    const steps: Step[] = [];
    const missing: Held[] = [];
    // A rebuild folds millions of times, so that one list serves all folds that need not wait.
    let touched: Held[] = [];
    for (const logged of events) {
      const fold = this.foldOf(logged);
      if (!fold) continue;
      touched.length = 0;
      this.touch(logged, fold, touched, missing);
      if (missing.length === 0) this.fold(logged, fold, touched);
      else {
        steps.push({ logged, fold, touched });
        touched = [];
      }
    }
    if (steps.length === 0) return;
    await this.fetch(client, missing);
    for (const { logged, fold, touched } of steps) this.fold(logged, fold, touched);
  }

  /** Writes the changed rows. Throws `FoldFailed` when the database refuses them. */
  async write(client: ClientBase): Promise<void> {
    await this.store(client, [...changedIn(this.rows), ...changedIn(this.older)]);
  }

  /**
   * Takes out the rows that were not touched since the previous call, and returns how to write them; rows that change
   * often stay. Must not be called during `take`; what it returns may run beside it.
   */
  retire(): (client: ClientBase) => Promise<void> {
    const retired = this.older;
    this.older = this.rows;
    this.rows = new ByAddress();
    if (retired.size === 0) return () => Promise.resolve();
    const changed = changedIn(retired);
    this.leaving = [...this.leaving, retired];
    return async (client) => {
      await this.store(client, changed);
      this.leaving = this.leaving.filter((rows) => rows !== retired);
    };
  }

  /** Drops all rows from memory. */
  clear(): void {
    this.rows = new ByAddress();
    this.older = new ByAddress();
  }

  private async store(client: ClientBase, changed: readonly Held[]): Promise<void> {
    if (changed.length === 0) return;
    for (const held of changed) held.isChanged = false;
    await this.orFail(async () => {
      await this.table.put(
        client,
        changed.flatMap(({ row }) => (row ? [row] : [])),
      );
      await this.table.remove(
        client,
        changed.filter(({ row }) => !row),
      );
    });
  }

  private leavesOut({ id, tenant, position }: LogEvent): boolean {
    const { passedOver, halted } = this.leftOut;
    if (passedOver.size > 0 && passedOver.has(id)) return true;
    if (halted.size === 0) return false;
    const from = halted.get(tenant);
    return from !== undefined && position >= from;
  }

  /** The fold of the event; undefined if the model leaves the event out or ignores it. */
  private foldOf(logged: LogEvent): LogFold | undefined {
    const fold = this.folds.get(logged.type);
    if (fold === 'ignored' || (!fold && logged.fault === undefined) || this.leavesOut(logged)) return undefined;
    if (logged.fault !== undefined && (fold || this.contexts.has(contextOf(logged.type))))
      throw new FoldFailed(this.model.name, logged.fault, logged);
    return logged.event && fold;
  }

  /** Adds the rows that the event may change to `touched`, and those that must be fetched to `missing`. */
  private touch(logged: LogEvent, fold: LogFold, touched: Held[], missing: Held[]): void {
    const event = logged.event!;
    const { tenant } = event;
    try {
      if (fold.changesOnly && this.hasNoRowOf(tenant)) return;
      for (const key of fold.rows(event)) {
        const held = this.heldAt(tenant, key, fold, missing);
        if (held) touched.push(held);
      }
    } catch (fault) {
      throw new FoldFailed(this.model.name, fault, logged);
    }
  }

  /**
   * True before the tenant has its first row. Then no keys are made for events that only change rows: making a key may
   * cost more than folding.
   */
  private hasNoRowOf(tenant: string): boolean {
    return (
      this.table.isEmpty === true &&
      !this.rows.hasTenant(tenant) &&
      !this.older.hasTenant(tenant) &&
      !this.leaving.some((rows) => rows.hasTenant(tenant))
    );
  }

  /** The row at the address, or its place if the fold may begin it there; undefined if it may not and there is none. */
  private heldAt(tenant: string, key: string, { changesOnly }: LogFold, missing: Held[]): Held | undefined {
    let held = this.rows.get(tenant, key);
    if (held) return held;
    held = this.older.get(tenant, key);
    if (held) this.older.remove(held);
    else {
      // The latest generation that is being written has the latest row.
      const leaving = this.leaving.findLast((rows) => rows.get(tenant, key))?.get(tenant, key);
      const isAbsent = !leaving && this.table.mayHave?.(tenant, key) === false;
      if (isAbsent && changesOnly) return undefined;
      held = { tenant, key, row: leaving?.row, isChanged: false };
      if (!leaving && !isAbsent) missing.push(held);
    }
    this.rows.add(held);
    return held;
  }

  private async fetch(client: ClientBase, missing: readonly Held[]): Promise<void> {
    if (missing.length === 0) return;
    const rows = await this.orFail(() => this.table.fetch(client, missing));
    for (const row of rows) {
      const held = this.rows.get(tenantOf(row), this.table.keyOf(row));
      if (held) held.row = row;
    }
  }

  private async orFail<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (fault) {
      throw isRowFault(fault) ? new FoldFailed(this.model.name, fault) : fault;
    }
  }

  private fold(logged: LogEvent, fold: LogFold, touched: readonly Held[]): void {
    const event = logged.event!;
    try {
      for (const held of touched) {
        if (fold.changesOnly && !held.row) continue;
        const after = fold.fold(held.row, event, held.key);
        if (after === held.row) continue;
        if (after && (this.table.keyOf(after) !== held.key || tenantOf(after) !== held.tenant))
          throw new Error('The fold gave a row of another key or tenant');
        held.row = after;
        held.isChanged = true;
      }
    } catch (fault) {
      throw new FoldFailed(this.model.name, fault, logged);
    }
  }
}

const changedIn = (rows: Rows): readonly Held[] => rows.filter(({ isChanged }) => isChanged);
