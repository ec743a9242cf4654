import 'reflect-metadata';
import { DataSource, type DataSourceOptions, type MigrationInterface } from 'typeorm';
import { startUpOptions, valueTypes } from './connection.js';
import { verifyLogin } from './expect-login.js';
import type { DatabaseRole } from './database-role.js';
import { MIGRATION_TABLE, SnakeCase } from './naming.js';
import { PooledClient } from './pooled-client.js';

export type EntityClass = new () => object;
export type MigrationClass = new () => MigrationInterface;

export interface DatabaseOptions {
  /** `postgres://user:password@host:port/database`; the user may take the role. */
  readonly url: string;
  /** That of a login that may write read models, if other than `url`. */
  readonly runnerUrl?: string;
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
export function openDatabase({
  url,
  runnerUrl = url,
  entities,
  poolSize = 10,
  role = 'samspill_app',
}: DatabaseOptions): Promise<DataSource> {
  const source = new DataSource({ ...options(url, role, poolSize), entities: [...entities] });
  runnerUrls.set(source, runnerUrl);
  return source.initialize();
}

const runnerUrls = new WeakMap<DataSource, string>();

/** Connection string for the role `samspill_runner` on the same database. */
export const runnerUrlOf = (source: DataSource): string => runnerUrls.get(source) ?? urlOf(source);

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
    extra: {
      options: startUpOptions(role),
      types: valueTypes,
      keepAlive: true,
      verify: verifyLogin(role),
      Client: PooledClient,
    },
  }) satisfies DataSourceOptions;
