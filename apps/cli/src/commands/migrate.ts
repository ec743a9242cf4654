import type { Command } from 'commander';
import type { Cli } from '../cli.js';
import { migrateInstallation } from '../serve/migrate-installation.js';

export function migrateCommand(program: Command, cli: Cli): void {
  program
    .command('migrate')
    .summary("bring the database to this program's version")
    .description(
      'Makes and changes tables as this version needs them, and makes the logins of API, worker and operators: those of\n' +
        'DATABASE_URL_API, DATABASE_URL_WORKER and DATABASE_URL_OPERATOR, or new ones, whose addresses it writes to\n' +
        'database-logins.env in the data folder. start does it by itself; run it alone before an upgrade of several processes,\n' +
        'while none of them runs. A database of a newer version is refused and untouched.',
    )
    .addHelpText(
      'after',
      `
Examples:
  samspill migrate
  DATABASE_URL=postgres://samspill:…@db.example.no/samspill samspill migrate`,
    )
    .action(() => migrateInstallation(cli));
}
