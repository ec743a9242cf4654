import { builtPages, createApi, healthOfInstallation, listen, measuresOfInstallation } from '../../../api/src/index.js';
import { openInstallation } from '../../../composition/src/index.js';
import { readEnvironment } from '#platform/environment';
import { openLog } from '#platform/observability';
import type { Cli } from '../cli.js';
import { aborted } from './aborted.js';

/** Serves HTTP until it is told to stop; the requests in flight are answered first. */
export async function serveApi({ environment: variables, terminal, signal }: Cli): Promise<void> {
  const environment = readEnvironment(variables);
  const log = openLog(environment.logLevel);
  const installation = await openInstallation(environment, {
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
