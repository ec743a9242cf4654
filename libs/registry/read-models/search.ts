import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { Paging } from '#platform/http';

/** What a user typed, for LIKE: their own % and _ are letters like any other. */
export const literally = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

export const anywhere = (text: string): string => `%${literally(text)}%`;
export const atTheBeginning = (text: string): string => `${literally(text)}%`;
/** At the beginning of a later word. */
export const afterASpace = (text: string): string => `% ${literally(text)}%`;

/** The page that was asked for. */
export const slice = <Row extends ObjectLiteral>(
  found: SelectQueryBuilder<Row>,
  { page, size }: Paging,
): SelectQueryBuilder<Row> => found.offset((page - 1) * size).limit(size);
