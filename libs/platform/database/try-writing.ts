import type { DataSource } from 'typeorm';

/** Writes something that is dropped at once. Throws when the disk is full or the database is read-only. */
export const tryWriting = (source: DataSource): Promise<unknown> => source.query('select try_writing()');
