import { readEnvironment } from '#platform/environment';
import type { Installation, InstallationOptions } from '../../../composition/src/index.js';
import type { Cli } from '../cli.js';

/** Opens the installation that the environment names, uses it, and closes it whatever happens. */
export async function withInstallation<T>(
  cli: Cli,
  use: (installation: Installation) => Promise<T>,
  options: InstallationOptions = {},
): Promise<T> {
  // Loaded here, so that `--help` and a mistyped option are answered at once.
  const { openInstallation } = await import('../../../composition/src/index.js');
  const installation = await openInstallation(readEnvironment(cli.environment), options);
  try {
    return await use(installation);
  } finally {
    await installation.close();
  }
}
