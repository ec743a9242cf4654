import type { ClientBase } from 'pg';
import type { DataSource } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import type { ReadModel } from './read-model.js';
import { arrayLiteral, writerOf, type ColumnWriter } from './column-text.js';

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
  readonly write: ColumnWriter;
}

/**
 * A read model's table: reads and writes many rows by key in one statement each. Built from the entity's metadata, so
 * that the columns are declared once.
 */
export class RowTable {
  private readonly key: Column;

  private constructor(
    readonly name: string,
    readonly columns: readonly Column[],
    readonly keyProperty: string,
  ) {
    this.key = columns.find(({ property }) => property === keyProperty)!;
  }

  static of(source: DataSource, { name, entity }: Pick<ReadModel, 'name' | 'entity'>): RowTable {
    const metadata = source.getMetadata(entity);
    const [key, ...more] = metadata.primaryColumns;
    if (!key || more.length > 0) throw new Error(`Read model ${name}: its table must have one primary column`);
    const converted = metadata.columns.find(({ transformer }) => transformer);
    if (converted) throw new Error(`Read model ${name}: column ${converted.propertyName} must have no transformer`);
    const columns = metadata.columns.map((column) => columnOf(source, column));
    return new RowTable(metadata.tableName, columns, key.propertyName);
  }

  /** A table of another name with the same columns. */
  named(name: string): RowTable {
    return new RowTable(name, this.columns, this.keyProperty);
  }

  get keyColumn(): string {
    return this.key.name;
  }

  keyOf(row: Row): string {
    return row[this.keyProperty] as string;
  }

  async fetch(client: ClientBase, keys: readonly string[]): Promise<readonly Row[]> {
    if (keys.length === 0) return [];
    const { rows } = await client.query<Row>({
      name: `fetch ${this.name}`,
      text: `select ${this.columns.map(({ property, name }) => `"${name}" as "${property}"`).join(', ')}
             from "${this.name}" where "${this.key.name}" = any($1::${this.key.type}[])`,
      values: [arrayLiteral(keys, this.key.write)],
    });
    return rows;
  }

  /** Inserts the rows or replaces those with the same keys; every key at most once. */
  async put(client: ClientBase, rows: readonly Row[]): Promise<void> {
    if (rows.length === 0) return;
    const { columns, key } = this;
    const changed = columns.filter((column) => column !== key);
    const set = changed.map(({ name }) => `"${name}" = excluded."${name}"`).join(', ');
    await client.query({
      name: `put ${this.name}`,
      text: `insert into "${this.name}" (${columns.map(({ name }) => `"${name}"`).join(', ')})
             select ${columns.map(({ type }, i) => (isFlat(type) ? `c${i}` : `c${i}::${type}`)).join(', ')}
             from unnest(${columns.map(({ type }, i) => `$${i + 1}::${isFlat(type) ? type : 'text'}[]`).join(', ')})
               as line(${columns.map((_, i) => `c${i}`).join(', ')})
             on conflict ("${key.name}") do ${set === '' ? 'nothing' : `update set ${set}`}`,
      values: columns.map(({ property, write }) => {
        try {
          return arrayLiteral(
            rows.map((row) => row[property]),
            write,
          );
        } catch (cause) {
          throw new Unwritable('A value cannot be written', { cause });
        }
      }),
    });
  }

  async remove(client: ClientBase, keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    await client.query({
      name: `remove ${this.name}`,
      text: `delete from "${this.name}" where "${this.key.name}" = any($1::${this.key.type}[])`,
      values: [arrayLiteral(keys, this.key.write)],
    });
  }
}

/** `unnest` flattens an array of arrays to its elements, so these are sent as text. */
const isFlat = (type: string): boolean => !type.endsWith('[]') && !type.startsWith('json');

function columnOf(source: DataSource, column: ColumnMetadata): Column {
  const type = source.driver.normalizeType(column) + (column.isArray ? '[]' : '');
  return { property: column.propertyName, name: column.databaseName, type, write: writerOf(type) };
}
