import 'reflect-metadata';
import { DataSource, type DataSourceOptions, type MigrationInterface } from 'typeorm';
import { startUpOptions, valueTypes } from './connection.js';
import type { DatabaseRole } from './roles.js';
import { MIGRATION_TABLE, SnakeCase } from './naming.js';

export type EntityClass = new () => object;
export type MigrationClass = new () => MigrationInterface;

export interface DatabaseOptions {
  /** `postgres://user:password@host:port/database`; the user owns the database. */
  readonly url: string;
  readonly entities: readonly EntityClass[];
  /** Connections at most (default 10). */
  readonly poolSize?: number;
  /** Default `samspill_app`. */
  readonly role?: DatabaseRole;
}

/**
 * The database as the application uses it: the role `samspill_app`, snake_case names, dates as text. It must be
 * migrated before. The caller destroys it.
 */
export const openDatabase = ({
  url,
  entities,
  poolSize = 10,
  role = 'samspill_app',
}: DatabaseOptions): Promise<DataSource> =>
  new DataSource({ ...options(url, role, poolSize), entities: [...entities] }).initialize();

/** The database as its owner sees it, for migrations. */
export const openAsOwner = (url: string, migrations: readonly MigrationClass[]): Promise<DataSource> =>
  new DataSource({ ...options(url, 'none', 1), migrations: [...migrations] }).initialize();

/** Connection string of a data source. */
export function urlOf(source: DataSource): string {
  const { options } = source;
  if (options.type !== 'postgres' || options.url === undefined) throw new Error('Not opened by openDatabase');
  return options.url;
}

const options = (url: string, role: DatabaseRole, poolSize: number) =>
  ({
    type: 'postgres',
    url,
    poolSize,
    applicationName: 'samspill',
    namingStrategy: new SnakeCase(),
    migrationsTableName: MIGRATION_TABLE,
    installExtensions: false,
    logging: false,
    extra: { options: startUpOptions(role), types: valueTypes, keepAlive: true },
  }) satisfies DataSourceOptions;
