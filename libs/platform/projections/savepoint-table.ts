import type { ClientBase } from 'pg';
import type { RowAddress } from './by-address.js';
import type { Row, RowStore } from './row-table.js';

/**
 * A table of which each use has a savepoint of its own: rows that the database refuses do not abort the transaction, in
 * which other tables are used, too.
 */
export class SavepointTable implements RowStore {
  constructor(private readonly table: RowStore) {}

  keyOf(row: Row): string {
    return this.table.keyOf(row);
  }

  fetch(client: ClientBase, addresses: readonly RowAddress[]): Promise<readonly Row[]> {
    return inSavepoint(client, () => this.table.fetch(client, addresses));
  }

  put(client: ClientBase, rows: readonly Row[]): Promise<void> {
    return inSavepoint(client, () => this.table.put(client, rows));
  }

  remove(client: ClientBase, addresses: readonly RowAddress[]): Promise<void> {
    return inSavepoint(client, () => this.table.remove(client, addresses));
  }
}

async function inSavepoint<T>(client: ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('savepoint use_of_table');
  try {
    const result = await work();
    await client.query('release savepoint use_of_table');
    return result;
  } catch (fault) {
    await client.query('rollback to savepoint use_of_table; release savepoint use_of_table');
    throw fault;
  }
}
