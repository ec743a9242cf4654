import type { DataSource, EntityManager } from 'typeorm';
import { openDatabase, runnerUrlOf, type EntityClass } from './data-source.js';
import { lockOf, ReadSide } from './read-side.js';

/** The read models of every tenant, for operators' commands: queries name the tenant themselves. */
export class RunnerReadSide extends ReadSide {
  private constructor(private readonly source: DataSource) {
    super();
  }

  /** On the database of `source`, with the login that may read every tenant; the caller closes it. */
  static async open(source: DataSource, entities: readonly EntityClass[]): Promise<RunnerReadSide> {
    const url = runnerUrlOf(source);
    return new RunnerReadSide(await openDatabase({ url, entities, role: 'samspill_runner', poolSize: 1 }));
  }

  in<T>(_tenant: string, query: (manager: EntityManager) => Promise<T>): Promise<T> {
    return query(this.source.manager);
  }

  atOneMoment<T>(
    _tenant: string,
    tables: readonly EntityClass[],
    query: (manager: EntityManager) => Promise<T>,
  ): Promise<T> {
    return this.source.transaction('REPEATABLE READ', async (manager) => {
      await manager.query(lockOf(this.source, tables));
      return query(manager);
    });
  }

  close(): Promise<void> {
    return this.source.destroy();
  }
}
