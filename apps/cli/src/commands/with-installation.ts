import { readEnvironment, type Environment } from '#platform/environment';
import type { Installation, InstallationOptions } from '../../../composition/src/index.js';
import type { Cli } from '../cli.js';

/**
 * Opens the installation of the environment, uses it, and always closes it. With the worker's login if not given; a
 * command with the operators' login says so.
 */
export async function withInstallation<T>(
  cli: Cli,
  use: (installation: Installation, environment: Environment) => Promise<T>,
  given: InstallationOptions = {},
): Promise<T> {
  // Loaded here, so that `--help` and a mistyped option answer at once.
  const { openInstallation } = await import('../../../composition/src/index.js');
  const environment = readEnvironment(cli.environment);
  const options: InstallationOptions = { login: 'worker', ...given };
  const installation = await openInstallation(environment, options);
  if (options.login === 'operator')
    cli.terminal.err(`Signed in to the database as ${installation.loginName}, with the operators' rights.`);
  try {
    return await use(installation, environment);
  } finally {
    await installation.close();
  }
}
