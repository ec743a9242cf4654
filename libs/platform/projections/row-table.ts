import type { ClientBase } from 'pg';
import type { DataSource } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import type { RowAddress } from './by-address.js';
import type { ReadModel } from './read-model.js';
import { arrayLiteral, writersOf, type ColumnWriters } from './column-text.js';
import { copyIn } from './copy-in.js';

/** A row with any columns, as folds use it. */
export type Row = Readonly<Record<string, unknown>>;

/** A value cannot be written as its column's type, such as an invalid date. */
export class Unwritable extends Error {
  override readonly name = 'Unwritable';
}

interface Column {
  readonly property: string;
  readonly name: string;
  /** SQL type, `uuid` or `text[]`. */
  readonly type: string;
  readonly write: ColumnWriters;
}

export const tenantOf = (row: Row): string => row['tenant'] as string;

/** A table of rows with an address each. */
export interface RowStore {
  keyOf(row: Row): string;
  /** False if no row was ever written at the address. Without this method, any address may have one. */
  mayHave?(tenant: string, key: string): boolean;
  /** True if no row was ever written. */
  readonly isEmpty?: boolean;
  /** Number of rows that were added to a new table. */
  readonly added?: number;
  /** The rows of these addresses that are there. */
  fetch(client: ClientBase, addresses: readonly RowAddress[]): Promise<readonly Row[]>;
  /** Inserts the rows or replaces those with the same addresses; every address at most once. */
  put(client: ClientBase, rows: readonly Row[]): Promise<void>;
  remove(client: ClientBase, addresses: readonly RowAddress[]): Promise<void>;
}

/**
 * A read model's table: reads and writes many rows by address in one statement each. Built from the entity's metadata,
 * so that the columns are declared once.
 *
 * The entity has one primary column, since a reader sees one tenant only; the table's primary key is the tenant and that
 * column.
 */
export class RowTable implements RowStore {
  private readonly tenant: Column;
  private readonly key: Column;

  private constructor(
    readonly name: string,
    readonly columns: readonly Column[],
    readonly keyProperty: string,
  ) {
    this.tenant = columns.find(({ property }) => property === 'tenant')!;
    this.key = columns.find(({ property }) => property === keyProperty)!;
  }

  static of(source: DataSource, { name, entity }: Pick<ReadModel, 'name' | 'entity'>): RowTable {
    const metadata = source.getMetadata(entity);
    const [key, ...more] = metadata.primaryColumns;
    if (!key || more.length > 0) throw new Error(`Read model ${name}: its table must have one primary column`);
    if (!metadata.columns.some(({ propertyName }) => propertyName === 'tenant'))
      throw new Error(`Read model ${name}: its table must have a column tenant`);
    const converted = metadata.columns.find(({ transformer }) => transformer);
    if (converted) throw new Error(`Read model ${name}: column ${converted.propertyName} must have no transformer`);
    const columns = metadata.columns.map((column) => columnOf(source, column));
    return new RowTable(metadata.tableName, columns, key.propertyName);
  }

  /** A table of another name with the same columns. */
  named(name: string): RowTable {
    return new RowTable(name, this.columns, this.keyProperty);
  }

  /** Names of the columns of the primary key, in order: the tenant's, and the row's key if that is another. */
  get keyColumns(): readonly string[] {
    return [...new Set([this.tenant.name, this.key.name])];
  }

  keyOf(row: Row): string {
    return row[this.keyProperty] as string;
  }

  async fetch(client: ClientBase, addresses: readonly RowAddress[]): Promise<readonly Row[]> {
    if (addresses.length === 0) return [];
    const { rows } = await client.query<Row>({
      name: `fetch ${this.name}`,
      text: `select ${this.columns.map(({ property, name }) => `"${name}" as "${property}"`).join(', ')}
             from "${this.name}" where ${this.isAtAddress}`,
      values: this.valuesOf(addresses),
    });
    return rows;
  }

  async put(client: ClientBase, rows: readonly Row[]): Promise<void> {
    if (rows.length === 0) return;
    const { columns, tenant, key, keyColumns } = this;
    const changed = columns.filter((column) => column !== key && column !== tenant);
    const set = changed.map(({ name }) => `"${name}" = excluded."${name}"`).join(', ');
    await client.query({
      name: `put ${this.name}`,
      text: `insert into "${this.name}" (${columns.map(({ name }) => `"${name}"`).join(', ')})
             select ${columns.map(({ type }, i) => (isFlat(type) ? `c${i}` : `c${i}::${type}`)).join(', ')}
             from unnest(${columns.map(({ type }, i) => `$${i + 1}::${isFlat(type) ? type : 'text'}[]`).join(', ')})
               as line(${columns.map((_, i) => `c${i}`).join(', ')})
             on conflict (${keyColumns.map((name) => `"${name}"`).join(', ')}) do ${set === '' ? 'nothing' : `update set ${set}`}`,
      values: columns.map(({ property, write }) =>
        writable(() =>
          arrayLiteral(
            rows.map((row) => row[property]),
            write.element,
          ),
        ),
      ),
    });
  }

  /** Adds rows with addresses that are not in the table. The table must have no row-level security. */
  async copy(client: ClientBase, rows: readonly Row[]): Promise<void> {
    if (rows.length === 0) return;
    const names = this.columns.map(({ name }) => `"${name}"`).join(', ');
    await copyIn(client, `copy "${this.name}" (${names}) from stdin`, this.lines(rows));
  }

  private *lines(rows: readonly Row[]): Generator<string> {
    for (const row of rows) yield writable(() => this.line(row));
  }

  private line(row: Row): string {
    let line = '';
    let delimiter = '';
    for (const { property, write } of this.columns) {
      const value = row[property];
      line += delimiter + (value === null || value === undefined ? '\\N' : write.copied(value));
      delimiter = '\t';
    }
    return `${line}\n`;
  }

  async remove(client: ClientBase, addresses: readonly RowAddress[]): Promise<void> {
    if (addresses.length === 0) return;
    await client.query({
      name: `remove ${this.name}`,
      text: `delete from "${this.name}" where ${this.isAtAddress}`,
      values: this.valuesOf(addresses),
    });
  }

  /** Condition for rows at the addresses of `valuesOf`. */
  private get isAtAddress(): string {
    return `("${this.tenant.name}", "${this.key.name}") in (select * from unnest($1::text[], $2::${this.key.type}[]))`;
  }

  private valuesOf(addresses: readonly RowAddress[]): [tenants: string, keys: string] {
    return [
      arrayLiteral(
        addresses.map(({ tenant }) => tenant),
        this.tenant.write.element,
      ),
      arrayLiteral(
        addresses.map(({ key }) => key),
        this.key.write.element,
      ),
    ];
  }
}

/** @throws Unwritable */
function writable(write: () => string): string {
  try {
    return write();
  } catch (cause) {
    throw new Unwritable('A value cannot be written', { cause });
  }
}

/** `unnest` flattens an array of arrays to its elements, so these are sent as text. */
const isFlat = (type: string): boolean => !type.endsWith('[]') && !type.startsWith('json');

function columnOf(source: DataSource, column: ColumnMetadata): Column {
  const type = source.driver.normalizeType(column) + (column.isArray ? '[]' : '');
  return { property: column.propertyName, name: column.databaseName, type, write: writersOf(type) };
}
