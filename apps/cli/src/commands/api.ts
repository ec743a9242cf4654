import type { Command } from 'commander';
import type { Cli } from '../cli.js';

export function apiCommand(program: Command, cli: Cli): void {
  program
    .command('api')
    .summary('serve HTTP only')
    .description(
      'Takes requests on HOST and PORT. Read models and policies are kept up by samspill worker, any number of each beside\n' +
        'one another on the same database, each with a login of its own (DATABASE_URL_API, DATABASE_URL_WORKER).',
    )
    .addHelpText(
      'after',
      `
Examples:
  DATABASE_URL_API=postgres://… SESSION_KEY=… samspill api
  HOST=0.0.0.0 PORT=8080 DATABASE_URL_API=postgres://… SESSION_KEY=… samspill api`,
    )
    .action(async () => {
      const { serveApi } = await import('../../../api/src/index.js');
      await serveApi(cli);
    });
}
