import { DefaultNamingStrategy } from 'typeorm';

/** `dueOn` is the column `due_on`: words as PostgreSQL writes them. */
const snake = (name: string): string => name.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => `_${letter}`).toLowerCase();

/** Tables and columns in snake_case; a name that is given is taken as it is. */
export class SnakeCase extends DefaultNamingStrategy {
  override tableName(className: string, given?: string): string {
    return given ?? snake(className);
  }
  override columnName(property: string, given: string | undefined, embedded: string[]): string {
    return [...embedded.map(snake), given ?? snake(property)].join('_');
  }
}

/** The table in which migrations that have run are recorded. */
export const MIGRATION_TABLE = 'schema_migration';
