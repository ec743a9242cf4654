import type { Command } from 'commander';
import type { Cli } from '../cli.js';

export function startCommand(program: Command, cli: Cli): void {
  program
    .command('start')
    .summary('run everything in one process')
    .description(
      'Starts a PostgreSQL of its own in the data folder (or uses DATABASE_URL), brings the database up to date, fills it\n' +
        'with an invented demo municipality the first time, and serves. Prints the address, whom to sign in as, and where the\n' +
        'data lies. Ctrl-C stops it cleanly; a second Ctrl-C at once. After a crash the next start recovers by itself.',
    )
    .option('--empty', 'without the demo municipality')
    .addHelpText(
      'after',
      `
Examples:
  samspill start
  PORT=8080 SAMSPILL_DATA=/srv/samspill samspill start
  samspill start --empty`,
    )
    .action(async ({ empty = false }: { empty?: boolean }) => {
      const { start } = await import('../serve/start.js');
      await start(cli, { demo: !empty });
    });
}
