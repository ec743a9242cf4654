import { openInstallation } from '../../composition/src/index.js';
import { readEnvironment } from '#platform/environment';
import { openLog } from '#platform/observability';
import type { ProcessContext } from '#platform/process';
import { mailWarning } from './mail-warning.js';
import { runWorker } from './run-worker.js';

/**
 * Follows the log of the environment's installation until the process is told to stop; finishes the current batch.
 * @throws StartRefused when the installation cannot be opened
 */
export async function followLog({ environment: variables, terminal, signal }: ProcessContext): Promise<void> {
  const environment = readEnvironment(variables);
  const installation = await openInstallation(environment, { login: 'worker' });
  try {
    terminal.err('Samspill worker follows the log.');
    const warning = mailWarning(environment);
    if (warning !== undefined) terminal.err(warning);
    await runWorker(installation, openLog(environment.logLevel), signal);
  } finally {
    await installation.close();
  }
}
