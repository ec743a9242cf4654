import type { DomainEvent, Recorded } from '#platform/kernel';

/**
 * A table folded from the log. Pure: rows in, rows out. The runner fetches the rows that a batch touches, folds in
 * memory, writes each table once and moves the checkpoint, all in one transaction.
 */
export interface ReadModel<Event extends DomainEvent = DomainEvent, Row extends object = object> {
  readonly name: string;
  /**
   * Raise it when a fold changes: the new version is built beside the live one and replaces it when it has caught up.
   */
  readonly version: number;
  /** The entity class with the row's table, columns and key (a single text or uuid column). */
  readonly entity: new () => Row;
  readonly on: { readonly [E in Event as E['type']]: Fold<E, Row> | 'ignored' };
}

export interface Fold<E extends DomainEvent, Row> {
  /**
   * True when the event begins no row: `fold` is called for rows that exist, and an address without one takes no memory
   * in a rebuild.
   */
  readonly changesOnly?: true;
  /** Primary keys of the rows that this event touches. */
  rows(this: void, event: Recorded<E>): readonly string[];
  /** The row after the event; `undefined` removes it. Called once for each key, in order. */
  fold(this: void, row: Row | undefined, event: Recorded<E>, key: string): Row | undefined;
}

/** Fixes the row's type; every event type of `Event` must be folded or listed as ignored. */
export const readModel = <Row extends object, Event extends DomainEvent>(
  model: ReadModel<Event, Row>,
): ReadModel<Event, Row> => model;

/** A fold of one row, whose key comes from the event, that changes the row only if it exists. */
export const change = <E extends DomainEvent, Row>(
  key: (event: NoInfer<Recorded<E>>) => string,
  fold: (row: Row, event: NoInfer<Recorded<E>>) => Row,
): Fold<E, Row> => ({
  changesOnly: true,
  rows: (event) => [key(event)],
  fold: (row, event) => row && fold(row, event),
});

/** The id in the name of the event's stream: `<id>` for `action-<id>`. */
export const streamId = ({ stream }: Pick<Recorded, 'stream'>): string => stream.slice(stream.indexOf('-') + 1);

/** Event types that some model folds. */
export const wantedBy = (models: readonly ReadModel[]): ReadonlySet<string> =>
  new Set(models.flatMap(({ on }) => Object.keys(on).filter((type) => on[type] !== 'ignored')));
