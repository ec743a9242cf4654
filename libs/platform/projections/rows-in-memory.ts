import type { DomainEvent, Recorded } from '#platform/kernel';
import type { Fold, ReadModel } from './read-model.js';

/** Rows of a read model, folded in memory from events that are given in order: for questions about an earlier day. */
export class RowsInMemory<Event extends DomainEvent, Row extends object> {
  private readonly byKey = new Map<string, Row>();

  constructor(private readonly model: ReadModel<Event, Row>) {}

  /** Takes one event; another model's events change nothing. */
  take(event: Recorded<Event>): void {
    const on: Readonly<Record<string, Fold<Event, Row> | 'ignored'>> = this.model.on;
    const fold = on[event.type];
    if (fold === undefined || fold === 'ignored') return;
    for (const key of fold.rows(event)) {
      const before = this.byKey.get(key);
      if (fold.changesOnly && !before) continue;
      const row = fold.fold(before, event, key);
      if (row === undefined) this.byKey.delete(key);
      else this.byKey.set(key, row);
    }
  }

  /** The rows as they are now. Folds make new rows, so that these stay as they are. */
  all(): readonly Row[] {
    return [...this.byKey.values()];
  }
}
