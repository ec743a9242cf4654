import type { DataSource, EntityManager } from 'typeorm';
import type { EntityClass } from './data-source.js';
import { inTenant } from './tenancy.js';

/** The read models of one tenant: row-level security hides the others even if a query lacks the condition. */
export abstract class ReadSide {
  abstract in<T>(tenant: string, query: (manager: EntityManager) => Promise<T>): Promise<T>;

  /**
   * Like `in`, with all statements of the query at one moment. The runner moves every read model that follows the log in
   * one transaction, so the rows of these tables have taken the same events. The query may read no other tables.
   */
  abstract atOneMoment<T>(
    tenant: string,
    tables: readonly EntityClass[],
    query: (manager: EntityManager) => Promise<T>,
  ): Promise<T>;
}

/**
 * Runs each query in a read-only, read committed transaction: a statement that waits for a read model's switch-over
 * sees the complete new table, where a snapshot from the transaction's start would see it empty.
 *
 * At one moment, the snapshot is taken after the tables are locked against a switch-over, for the same reason.
 */
export class PostgresReadSide extends ReadSide {
  constructor(private readonly source: DataSource) {
    super();
  }

  in<T>(tenant: string, query: (manager: EntityManager) => Promise<T>): Promise<T> {
    return inTenant(this.source, 'read only', tenant, query);
  }

  atOneMoment<T>(
    tenant: string,
    tables: readonly EntityClass[],
    query: (manager: EntityManager) => Promise<T>,
  ): Promise<T> {
    return inTenant(
      this.source,
      `isolation level repeatable read read only; ${lockOf(this.source, tables)}`,
      tenant,
      query,
    );
  }
}

/** Statement that locks the tables as a query does; before the first query of a transaction it takes no snapshot. */
export const lockOf = (source: DataSource, tables: readonly EntityClass[]): string =>
  `lock table ${tables.map((table) => source.getMetadata(table).tablePath).join(', ')} in access share mode`;
