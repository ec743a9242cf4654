import type { DataSource } from 'typeorm';
import { checkLogin, migrate, openDatabase } from '#platform/database';
import { LOGIN_KINDS, StartRefused, type Environment } from '#platform/environment';
import { entities, migrations } from './contexts.js';
import { expectKurrent } from './open-log.js';
import { openPostgres } from './open-postgres.js';
import { loginOf, wantedLogins } from './wanted-logins.js';

/** A database that a backup is restored into, with its owner's rights. */
export interface RestoreTarget {
  /** Connection string of the owner; never printed. */
  readonly owner: string;
  /** Makes the tables and the logins: as the migrations of these names leave them, or those of this version. */
  migrateTo(this: void, only?: ReadonlySet<string>): Promise<void>;
  /** The migrated database with the worker's login; the caller destroys it. */
  open(this: void): Promise<DataSource>;
  close(this: void): Promise<void>;
}

/**
 * Opens the database of the environment, which nobody else may be using.
 * @throws StartRefused
 */
export async function openRestoreTarget(environment: Environment): Promise<RestoreTarget> {
  const { databaseUrl, databaseLogins } = environment;
  if (databaseUrl === undefined && LOGIN_KINDS.some((kind) => databaseLogins[kind] !== undefined))
    throw new StartRefused('DATABASE_URL is not set: samspill restore signs in as the owner of the database.');
  await expectKurrent(environment);
  const postgres = await openPostgres(environment, { exclusive: true });
  try {
    const owner = postgres.owner!;
    const found = await wantedLogins(environment, postgres);
    return {
      owner,
      migrateTo: async (only) => {
        await migrate(
          owner,
          migrations,
          LOGIN_KINDS.flatMap((kind) => found[kind] ?? []),
          only,
        );
        await found.keep();
        await checkLogin(loginOf(found, 'worker'), 'DATABASE_URL_WORKER', 'worker');
      },
      open: () => openDatabase({ url: loginOf(found, 'worker'), entities }),
      close: postgres.close,
    };
  } catch (fault) {
    await postgres.close();
    throw fault;
  }
}
