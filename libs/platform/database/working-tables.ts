import type { DataSource, EntityManager } from 'typeorm';
import { inMunicipality } from './tenancy.js';

/**
 * The little that is not folded from the log, such as drafts, for one municipality: tables made with
 * `tenantTable(name, 'application')`. All that `work` does is one transaction; it is rolled back when `work` throws.
 */
export abstract class WorkingTables {
  abstract in<T>(municipality: string, work: (manager: EntityManager) => Promise<T>): Promise<T>;
}

export class PostgresWorkingTables extends WorkingTables {
  constructor(private readonly source: DataSource) {
    super();
  }
  in<T>(municipality: string, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return inMunicipality(this.source, 'read write', municipality, work);
  }
}
