import type { Command } from 'commander';
import type { Cli } from '../cli.js';

export function workerCommand(program: Command, cli: Cli): void {
  program
    .command('worker')
    .summary('keep read models and policies up with the log')
    .description(
      'Folds events into read models and carries out what follows from them. Several may run: one works, and another takes\n' +
        'over when that one dies. Ctrl-C or SIGTERM ends it after the batch under way.',
    )
    .addHelpText(
      'after',
      `
Examples:
  DATABASE_URL_WORKER=postgres://… samspill worker
  LOG_LEVEL=debug DATABASE_URL_WORKER=postgres://… samspill worker`,
    )
    .action(async () => {
      const { followLog } = await import('../../../worker/src/index.js');
      await followLog(cli);
    });
}
