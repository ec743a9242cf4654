import type { DomainEvent } from '#platform/kernel';
import { streamId, type Fold } from '#platform/projections';

/** Changes the row of the event's own stream and stores its revision; without a row it changes nothing. */
export const ownRow = <Row extends { revision: number }, E extends DomainEvent>(
  change: (row: Row, data: E['data']) => Partial<Row>,
): Fold<E, Row> => ({
  rows: (event) => [streamId(event)],
  fold: (row, event) => row && { ...row, ...change(row, event.data), revision: Number(event.revision) },
});
