import type { Cli } from '../cli.js';

/** Migrates the database of the environment and makes its logins; prints no address, as it holds a password. */
export async function migrateInstallation({ environment: variables, terminal }: Cli): Promise<void> {
  const [{ openInstallation }, { LOGIN_KINDS, readEnvironment, StartRefused }, { LOGIN_FILE }] = await Promise.all([
    import('../../../composition/src/index.js'),
    import('#platform/environment'),
    import('#platform/database'),
  ]);
  const environment = readEnvironment(variables);
  const { databaseUrl, databaseLogins, dataFolder } = environment;
  const isExternal = databaseUrl !== undefined;
  const missing = LOGIN_KINDS.filter((kind) => databaseLogins[kind] === undefined);
  if (!isExternal && missing.length < LOGIN_KINDS.length)
    throw new StartRefused('DATABASE_URL is not set: samspill migrate signs in as the owner of the database.');
  const installation = await openInstallation(environment);
  await installation.close();
  const { migrated } = installation;
  for (const name of migrated) terminal.out(name);
  terminal.err(migrated.length === 0 ? 'The database is up to date.' : `${migrated.length} migrations have run.`);
  if (isExternal && missing.length > 0)
    terminal.err(
      `The addresses of the logins (${missing.join(', ')}) are in ${dataFolder}/${LOGIN_FILE}, which only you may read: ` +
        'give each process its own, and none of them DATABASE_URL.',
    );
}
