import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { Paging } from '#platform/http';

/** The requested page. */
export const slice = <Row extends ObjectLiteral>(
  found: SelectQueryBuilder<Row>,
  { page, size }: Paging,
): SelectQueryBuilder<Row> => found.offset((page - 1) * size).limit(size);
