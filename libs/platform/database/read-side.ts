import type { DataSource, EntityManager } from 'typeorm';
import { inTenant } from './tenancy.js';

/** The read models of one tenant: row-level security hides the others even if a query lacks the condition. */
export abstract class ReadSide {
  abstract in<T>(tenant: string, query: (manager: EntityManager) => Promise<T>): Promise<T>;
}

/**
 * Runs each query in a read-only, read committed transaction: a statement that waits for a read model's switch-over
 * sees the complete new table, where a snapshot from the transaction's start would see it empty.
 */
export class PostgresReadSide extends ReadSide {
  constructor(private readonly source: DataSource) {
    super();
  }
  in<T>(tenant: string, query: (manager: EntityManager) => Promise<T>): Promise<T> {
    return inTenant(this.source, 'read only', tenant, query);
  }
}
