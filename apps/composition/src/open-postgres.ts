import { checkLogin } from '#platform/database';
import { holdsDatabase, runningDatabase, startEmbeddedPostgres } from '#platform/database/embedded';
import { LOGIN_KINDS, StartRefused, type Environment, type LoginKind } from '#platform/environment';

/** An open PostgreSQL. */
export interface OpenPostgres {
  /**
   * Connection string of the owner, of a process that may migrate; never printed, as it holds a password.
   */
  readonly owner?: string;
  readonly embedded: boolean;
  /** True when other processes may be using it. */
  readonly shared: boolean;
  close(this: void): Promise<void>;
}

export interface PostgresOptions {
  /** The only login of this process; undefined for one that may migrate. It then has no use for the owner's. */
  readonly login?: LoginKind;
  /** Opens only an existing installation: commands that read create nothing. */
  readonly existing?: boolean;
  /** For a process that serves: it must own the data folder. */
  readonly exclusive?: boolean;
  /** Called when the embedded server ends unexpectedly. */
  readonly onLost?: () => void;
}

const nothing = () => Promise.resolve();

/**
 * Chooses the profile, for all processes: the operator's PostgreSQL (`DATABASE_URL…`) or the embedded one of the data
 * folder. While Samspill runs on the folder, a command uses its server.
 */
export async function openPostgres(
  { databaseUrl, databaseLogins, dataFolder }: Environment,
  { login, existing = false, exclusive = false, onLost }: PostgresOptions = {},
): Promise<OpenPostgres> {
  if (databaseUrl !== undefined || LOGIN_KINDS.some((kind) => databaseLogins[kind] !== undefined)) {
    const external = { embedded: false, shared: true, close: nothing };
    if (databaseUrl === undefined || login !== undefined) return external;
    await checkLogin(databaseUrl, 'DATABASE_URL');
    return { ...external, owner: databaseUrl };
  }
  if (existing && !(await holdsDatabase(dataFolder)))
    throw new StartRefused(`There is nothing of Samspill in ${dataFolder} yet: samspill start makes it.`);
  const running = exclusive ? undefined : await runningDatabase(dataFolder);
  if (running !== undefined) return { owner: running, embedded: true, shared: true, close: nothing };
  const server = await startEmbeddedPostgres({ folder: dataFolder, ...(onLost && { onLost }) });
  return { owner: server.url, embedded: true, shared: false, close: () => server.stop() };
}
