import type { DataSource, EntityManager } from 'typeorm';
import { inTenant } from './tenancy.js';

/**
 * The few tables that are not folded from the log, such as drafts, for one tenant; made with `tenantTable(name,
 * 'application')`. `work` runs in one transaction, rolled back when it throws.
 */
export abstract class WorkingTables {
  abstract in<T>(tenant: string, work: (manager: EntityManager) => Promise<T>): Promise<T>;
}

export class PostgresWorkingTables extends WorkingTables {
  constructor(private readonly source: DataSource) {
    super();
  }
  in<T>(tenant: string, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return inTenant(this.source, 'read write', tenant, work);
  }
}
