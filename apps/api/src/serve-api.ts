import { openInstallation } from '../../composition/src/index.js';
import { readEnvironment } from '#platform/environment';
import { openLog } from '#platform/observability';
import { aborted, type ProcessContext } from '#platform/process';
import { builtPages } from './built-pages.js';
import { createApi } from './create-api.js';
import { listen } from './listen.js';
import { healthOfInstallation, measuresOfInstallation } from './watch.js';

/**
 * Serves HTTP for the environment's installation until the process is told to stop; requests in flight are answered first.
 * @throws StartRefused when the installation cannot be opened or the port is taken
 */
export async function serveApi({ environment: variables, terminal, signal }: ProcessContext): Promise<void> {
  const environment = readEnvironment(variables);
  const log = openLog(environment.logLevel);
  const installation = await openInstallation(environment, {
    login: 'api',
    onTrouble: () => log.warn('a connection of the log was lost'),
  });
  try {
    const app = await createApi(installation, {
      environment,
      log,
      freshness: installation.freshness,
      health: healthOfInstallation(installation),
      measures: measuresOfInstallation(installation),
      pages: builtPages(),
    });
    try {
      const address = await listen(app, environment.host, environment.port);
      terminal.err(`Samspill's API listens on ${address}`);
      await aborted(signal);
    } finally {
      await app.close();
    }
  } finally {
    await installation.close();
  }
}
