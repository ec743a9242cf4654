import { Client } from 'pg';
import { holdsDatabase, runningDatabase, startEmbeddedPostgres } from '#platform/database/embedded';
import { StartRefused, type Environment } from '#platform/environment';

/** An open PostgreSQL. */
export interface OpenPostgres {
  /** Connection string of the owner; never printed, as it holds a password. */
  readonly url: string;
  /** True when other processes may be using it: then it is not migrated. */
  readonly shared: boolean;
  close(this: void): Promise<void>;
}

export interface PostgresOptions {
  /** Opens only an existing installation: commands that read create nothing. */
  readonly existing?: boolean;
  /** For a process that serves: it must own the data folder. */
  readonly exclusive?: boolean;
  /** Called when the embedded server ends unexpectedly. */
  readonly onLost?: () => void;
}

/**
 * Chooses the profile, for all processes: the operator's PostgreSQL (`DATABASE_URL`) or the embedded one of the data
 * folder. While Samspill runs on the folder, a command uses its server.
 */
export async function openPostgres(
  { databaseUrl, dataFolder }: Environment,
  { existing = false, exclusive = false, onLost }: PostgresOptions = {},
): Promise<OpenPostgres> {
  if (databaseUrl !== undefined) {
    await expectReachable(databaseUrl);
    return { url: databaseUrl, shared: true, close: () => Promise.resolve() };
  }
  if (existing && !(await holdsDatabase(dataFolder)))
    throw new StartRefused(`There is nothing of Samspill in ${dataFolder} yet: samspill start makes it.`);
  const running = exclusive ? undefined : await runningDatabase(dataFolder);
  if (running !== undefined) return { url: running, shared: true, close: () => Promise.resolve() };
  const server = await startEmbeddedPostgres({ folder: dataFolder, ...(onLost && { onLost }) });
  return { url: server.url, shared: false, close: () => server.stop() };
}

const WHY: ReadonlyMap<string, string> = new Map<string, string>(
  Object.entries({
    ECONNREFUSED: 'nothing answers there',
    ENOTFOUND: 'there is no such host',
    ETIMEDOUT: 'it does not answer',
    '28P01': 'the password is wrong',
    '28000': 'the user may not sign in',
    '3D000': 'there is no such database',
    '42501': 'the user may not connect to it',
    '53300': 'it has no connections left',
  }),
);

/** @throws StartRefused with the host, never the user or the password */
async function expectReachable(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (fault) {
    const code = fault instanceof Error && 'code' in fault ? String(fault.code) : 'no answer in time';
    const { host } = new URL(url);
    throw new StartRefused(
      `The database at ${host} cannot be reached (${WHY.get(code) ?? code}): see to it, or correct DATABASE_URL.`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}
