import type { ClientBase } from 'pg';
import { sqlStateOf } from '#platform/database';
import type { DomainEvent, Recorded } from '#platform/kernel';
import type { LogEvent } from '#platform/followers';
import type { Fold, ReadModel } from './read-model.js';
import { Unwritable, type Row, type RowStore } from './row-table.js';

/** The event that could not be taken. */
export type FailedAt = Pick<LogEvent, 'position' | 'type' | 'id' | 'municipality'>;

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

/** The table itself is at fault (class 42), so it accepts no rows of any municipality. */
export const isTableFault = (fault: unknown): boolean => /^42/.test(sqlStateOf(fault) ?? '');

/** Events that a read model leaves out. */
export interface LeftOut {
  /** Ids of events that an operator lets it skip. */
  readonly passedOver: ReadonlySet<string>;
  /** Halted municipalities, with the first position that is not taken. */
  readonly halted: ReadonlyMap<string, bigint>;
}

export const nothingLeftOut: LeftOut = { passedOver: new Set(), halted: new Map() };

interface Step {
  readonly event: Recorded<DomainEvent>;
  readonly logged: LogEvent;
  readonly fold: Fold<DomainEvent, Row>;
  readonly keys: readonly string[];
}

const contextOf = (type: string): string => type.slice(0, type.indexOf('.'));

type Rows = Map<string, Row | undefined>;

/**
 * Rows of one read model in memory, folded there and written back together. Fetched and folded rows are kept, in two
 * generations, until `retire` takes out those not touched since the previous call.
 */
export class Folding {
  private readonly contexts: ReadonlySet<string>;
  private rows: Rows = new Map();
  private older: Rows = new Map();
  /** Generations that are being written. Their rows are used from here until they can be fetched. */
  private leaving: readonly Rows[] = [];
  private readonly dirty = new Set<string>();

  constructor(
    readonly model: ReadModel,
    readonly table: RowStore,
    readonly leftOut: LeftOut = nothingLeftOut,
  ) {
    this.contexts = new Set(Object.keys(model.on).map(contextOf));
  }

  /** Rows held in memory, without those that are being written. */
  get size(): number {
    return this.rows.size + this.older.size;
  }

  /**
   * Takes the events in order: fetches the rows they touch and folds. Throws `FoldFailed`; then nothing may be written.
   */
  async take(client: ClientBase, events: readonly LogEvent[]): Promise<void> {
    const steps: Step[] = [];
    const missing = new Set<string>();
    for (const event of events) if (!this.leavesOut(event)) this.plan(event, steps, missing);
    if (steps.length === 0) return;
    await this.fetch(client, missing);
    for (const step of steps) this.fold(step);
  }

  /** Writes the changed rows. Throws `FoldFailed` when the database refuses them. */
  async write(client: ClientBase): Promise<void> {
    const keys = [...this.dirty];
    this.dirty.clear();
    await this.store(
      client,
      keys.map((key) => [key, this.rows.has(key) ? this.rows.get(key) : this.older.get(key)]),
    );
  }

  /**
   * Takes out the rows that were not touched since the previous call, and returns how to write them; rows that change
   * often stay. Must not be called during `take`; what it returns may run beside it.
   */
  retire(): (client: ClientBase) => Promise<void> {
    const retired = this.older;
    this.older = this.rows;
    this.rows = new Map();
    if (retired.size === 0) return () => Promise.resolve();
    const changed = [...retired].filter(([key]) => this.dirty.delete(key));
    this.leaving = [...this.leaving, retired];
    return async (client) => {
      await this.store(client, changed);
      this.leaving = this.leaving.filter((rows) => rows !== retired);
    };
  }

  /** Drops all rows from memory. */
  clear(): void {
    this.rows = new Map();
    this.older = new Map();
    this.dirty.clear();
  }

  private async store(client: ClientBase, changed: readonly (readonly [string, Row | undefined])[]): Promise<void> {
    if (changed.length === 0) return;
    await this.orFail(async () => {
      await this.table.put(
        client,
        changed.flatMap(([, row]) => (row ? [row] : [])),
      );
      await this.table.remove(
        client,
        changed.filter(([, row]) => !row).map(([key]) => key),
      );
    });
  }

  private leavesOut({ id, municipality, position }: LogEvent): boolean {
    const { passedOver, halted } = this.leftOut;
    if (passedOver.size > 0 && passedOver.has(id)) return true;
    if (halted.size === 0) return false;
    const from = halted.get(municipality);
    return from !== undefined && position >= from;
  }

  private plan(logged: LogEvent, steps: Step[], missing: Set<string>): void {
    const fold = this.model.on[logged.type] as Fold<DomainEvent, Row> | 'ignored' | undefined;
    if (fold === 'ignored') return;
    if (logged.fault !== undefined && (fold || this.contexts.has(contextOf(logged.type))))
      throw new FoldFailed(this.model.name, logged.fault, logged);
    if (!fold || !logged.event) return;
    const { event } = logged;
    try {
      const keys = fold.rows(event);
      for (const key of keys) this.touch(key, missing);
      steps.push({ event, logged, fold, keys });
    } catch (fault) {
      throw new FoldFailed(this.model.name, fault, logged);
    }
  }

  private touch(key: string, missing: Set<string>): void {
    if (this.rows.has(key)) return;
    if (this.older.has(key)) {
      this.rows.set(key, this.older.get(key));
      this.older.delete(key);
      return;
    }
    // The latest generation that is being written has the latest row.
    const from = this.leaving.findLast((rows) => rows.has(key));
    if (from) this.rows.set(key, from.get(key));
    else missing.add(key);
  }

  private async fetch(client: ClientBase, missing: ReadonlySet<string>): Promise<void> {
    if (missing.size === 0) return;
    const rows = await this.orFail(() => this.table.fetch(client, [...missing]));
    for (const row of rows) this.rows.set(this.table.keyOf(row), row);
  }

  private async orFail<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (fault) {
      throw isRowFault(fault) ? new FoldFailed(this.model.name, fault) : fault;
    }
  }

  private fold({ event, logged, fold, keys }: Step): void {
    try {
      for (const key of keys) {
        const before = this.rows.get(key);
        const after = fold.fold(before, event, key);
        if (after === before) continue;
        if (after && this.table.keyOf(after) !== key) throw new Error('The fold gave a row of another key');
        this.rows.set(key, after);
        this.dirty.add(key);
      }
    } catch (fault) {
      throw new FoldFailed(this.model.name, fault, logged);
    }
  }
}
