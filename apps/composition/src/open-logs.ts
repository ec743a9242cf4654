import type { DataSource } from 'typeorm';
import { openDatabase } from '#platform/database';
import type { Environment } from '#platform/environment';
import { entities } from './contexts.js';
import { expectKurrent, kurrentLog, postgresLog, type LogEngine } from './open-log.js';
import { openPostgres } from './open-postgres.js';
import { signIn } from './sign-in.js';

/** Both engines that can hold an installation's log, and the database. */
export interface OpenLogs {
  readonly postgres: LogEngine;
  readonly kurrentdb: LogEngine;
  readonly database: DataSource;
  close(): Promise<void>;
}

/** @throws StartRefused when one of them cannot be used */
export async function openLogs(environment: Environment): Promise<OpenLogs> {
  await expectKurrent(environment);
  const postgres = await openPostgres(environment, { login: 'worker', existing: true });
  const { close } = postgres;
  try {
    const { url } = await signIn(environment, postgres, { login: 'worker' });
    const database = await openDatabase({ url, entities });
    return {
      postgres: postgresLog(database),
      get kurrentdb() {
        return kurrentLog(environment.kurrentUrl ?? '', environment, database);
      },
      database,
      close: async () => {
        await database.destroy();
        await close();
      },
    };
  } catch (fault) {
    await close();
    throw fault;
  }
}
