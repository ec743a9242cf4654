import type { Command } from 'commander';
import type { Cli } from '../cli.js';
import { withInstallation } from './with-installation.js';

export function migrateCommand(program: Command, cli: Cli): void {
  program
    .command('migrate')
    .summary("bring the database to this program's version")
    .description(
      'Makes and changes tables as this version needs them. start, api and worker do it by themselves; run it alone before\n' +
        'an upgrade of several processes, while none of them runs. A database of a newer version is refused and untouched.',
    )
    .addHelpText(
      'after',
      `
Examples:
  samspill migrate
  DATABASE_URL=postgres://samspill:…@db.example.no/samspill samspill migrate`,
    )
    .action(() =>
      withInstallation(cli, ({ migrated }) => {
        for (const name of migrated) cli.terminal.out(name);
        cli.terminal.err(
          migrated.length === 0 ? 'The database is up to date.' : `${migrated.length} migrations have run.`,
        );
        return Promise.resolve();
      }),
    );
}
