import type { DataSource, EntityManager } from 'typeorm';
import { inMunicipality } from './tenancy.js';

/** The read models of one municipality: row-level security shows nothing of another, whatever the query forgets. */
export abstract class ReadSide {
  abstract in<T>(municipality: string, query: (manager: EntityManager) => Promise<T>): Promise<T>;
}

/**
 * Each question is a read-only transaction, read committed: a statement that waits for a read model to be switched over
 * sees the new table whole, where a snapshot of the transaction's beginning would see it empty.
 */
export class PostgresReadSide extends ReadSide {
  constructor(private readonly source: DataSource) {
    super();
  }
  in<T>(municipality: string, query: (manager: EntityManager) => Promise<T>): Promise<T> {
    return inMunicipality(this.source, 'read only', municipality, query);
  }
}
