import { readEnvironment, type Environment } from '#platform/environment';
import type { Installation, InstallationOptions } from '../../../composition/src/index.js';
import type { Cli } from '../cli.js';

/** Opens the installation of the environment, uses it, and always closes it. */
export async function withInstallation<T>(
  cli: Cli,
  use: (installation: Installation, environment: Environment) => Promise<T>,
  options: InstallationOptions = {},
): Promise<T> {
  // Loaded here, so that `--help` and a mistyped option answer at once.
  const { openInstallation } = await import('../../../composition/src/index.js');
  const environment = readEnvironment(cli.environment);
  const installation = await openInstallation(environment, options);
  try {
    return await use(installation, environment);
  } finally {
    await installation.close();
  }
}
