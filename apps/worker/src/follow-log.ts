import { openInstallation } from '../../composition/src/index.js';
import { readEnvironment } from '#platform/environment';
import { openLog } from '#platform/observability';
import type { ProcessContext } from '#platform/process';
import { runWorker } from './run-worker.js';

/** Allowed, since a copy that shows that a backup can be restored must send no mail. */
const NO_MAIL =
  'SMTP_URL is not set: mails are files in the folder mail of the data folder, and nobody gets them (docs/operations.md, Mail).';

/**
 * Follows the log of the environment's installation until the process is told to stop; finishes the current batch.
 * @throws StartRefused when the installation cannot be opened
 */
export async function followLog({ environment: variables, terminal, signal }: ProcessContext): Promise<void> {
  const environment = readEnvironment(variables);
  const installation = await openInstallation(environment, { login: 'worker' });
  try {
    terminal.err('Samspill worker follows the log.');
    if (environment.production && environment.mail.smtp === undefined) terminal.err(NO_MAIL);
    await runWorker(installation, openLog(environment.logLevel), signal);
  } finally {
    await installation.close();
  }
}
