import type { EntityManager } from 'typeorm';

/** The read models of one municipality: row-level security shows nothing of another, whatever the query forgets. */
export abstract class ReadSide {
  abstract in<T>(municipality: string, query: (manager: EntityManager) => Promise<T>): Promise<T>;
}
