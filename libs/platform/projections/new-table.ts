import type { ClientBase } from 'pg';
import type { RowAddress } from './by-address.js';
import { KeyFilter } from './key-filter.js';
import { tenantOf, type Row, type RowStore, type RowTable } from './row-table.js';

/**
 * An empty table without keys and indexes, which nobody reads yet. A row of an address that was never written is added by
 * `COPY`, which costs a fraction of an upsert; the primary key is made when a written row is needed again, if ever.
 */
export class NewTable implements RowStore {
  private readonly written = new KeyFilter();
  private keyed: Promise<unknown> | undefined;
  /** Number of rows that were added. */
  added = 0;

  /** `made`: resolves when the table is there. */
  constructor(
    private readonly table: RowTable,
    private readonly addKey: (client: ClientBase) => Promise<unknown>,
    private readonly made: Promise<unknown> = Promise.resolve(),
  ) {}

  keyOf(row: Row): string {
    return this.table.keyOf(row);
  }

  get isEmpty(): boolean {
    return this.written.isEmpty;
  }

  mayHave(tenant: string, key: string): boolean {
    return this.written.mayHave(tenant, key);
  }

  async fetch(client: ClientBase, addresses: readonly RowAddress[]): Promise<readonly Row[]> {
    const written = addresses.filter(({ tenant, key }) => this.written.mayHave(tenant, key));
    if (written.length === 0) return [];
    await this.withKey(client);
    return this.table.fetch(client, written);
  }

  async put(client: ClientBase, rows: readonly Row[]): Promise<void> {
    const added: Row[] = [];
    const replaced: Row[] = [];
    for (const row of rows) (this.written.mayHave(tenantOf(row), this.keyOf(row)) ? replaced : added).push(row);
    await this.made;
    await this.table.copy(client, added);
    this.added += added.length;
    for (const row of added) this.written.add(tenantOf(row), this.keyOf(row));
    if (replaced.length === 0) return;
    await this.withKey(client);
    await this.table.put(client, replaced);
  }

  async remove(client: ClientBase, addresses: readonly RowAddress[]): Promise<void> {
    const written = addresses.filter(({ tenant, key }) => this.written.mayHave(tenant, key));
    if (written.length === 0) return;
    await this.withKey(client);
    await this.table.remove(client, written);
  }

  private withKey(client: ClientBase): Promise<unknown> {
    return (this.keyed ??= this.addKey(client));
  }
}
