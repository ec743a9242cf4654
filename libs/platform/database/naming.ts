import { DefaultNamingStrategy } from 'typeorm';

/** `dueOn` becomes the column `due_on`, the usual form in PostgreSQL. */
const snake = (name: string): string => name.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => `_${letter}`).toLowerCase();

/** Tables and columns in snake_case; a name given explicitly is used unchanged. */
export class SnakeCase extends DefaultNamingStrategy {
  override tableName(className: string, given?: string): string {
    return given ?? snake(className);
  }
  override columnName(property: string, given: string | undefined, embedded: string[]): string {
    return [...embedded.map(snake), given ?? snake(property)].join('_');
  }
}

/** The table that records which migrations have run. */
export const MIGRATION_TABLE = 'schema_migration';
