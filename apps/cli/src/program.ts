import { Command } from 'commander';
import type { Cli } from './cli.js';
import { adminCommand } from './commands/admin.js';
import { apiCommand } from './commands/api.js';
import { backupCommand } from './commands/backup.js';
import { benchCommand } from './commands/bench.js';
import { demoCommand } from './commands/demo.js';
import { eventsCommand } from './commands/events.js';
import { importCommand } from './commands/import.js';
import { mailInCommand } from './commands/mail-in.js';
import { jobsCommand } from './commands/jobs.js';
import { migrateCommand } from './commands/migrate.js';
import { moveLogCommand } from './commands/move-log.js';
import { openApiCommand } from './commands/openapi.js';
import { haltsCommand, passOverCommand } from './commands/pass-over.js';
import { rebuildCommand } from './commands/rebuild.js';
import { restoreCommand } from './commands/restore.js';
import { startCommand } from './commands/start.js';
import { verifyCommand } from './commands/verify.js';
import { workerCommand } from './commands/worker.js';
import { EXIT_CODES_HELP } from './exit-codes.js';

const ABOUT = `The interdisciplinary collaboration system (TFS) of a Norwegian municipality.

What it works on is said by the environment: SAMSPILL_DATA (data folder, .samspill), or DATABASE_URL for a PostgreSQL of
your own; HOST, PORT and the rest stand in docs/operations.md. From a clone: npm run -s samspill -- COMMAND.`;

/** Every command of `samspill`. */
export function program(cli: Cli): Command {
  const root = new Command('samspill')
    .description(ABOUT)
    .helpCommand('help [command]', 'show the help of a command')
    .showHelpAfterError('(samspill --help shows how)')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => cli.terminal.out(text.trimEnd()),
      writeErr: (text) => cli.terminal.err(text.trimEnd()),
      getOutHelpWidth: () => cli.terminal.width,
    });
  const commands = [
    startCommand,
    apiCommand,
    workerCommand,
    migrateCommand,
    importCommand,
    adminCommand,
    rebuildCommand,
    backupCommand,
    restoreCommand,
    moveLogCommand,
    verifyCommand,
    haltsCommand,
    passOverCommand,
    jobsCommand,
    eventsCommand,
    mailInCommand,
    demoCommand,
    benchCommand,
    openApiCommand,
  ];
  for (const add of commands) add(root, cli);
  for (const command of root.commands) command.addHelpText('after', EXIT_CODES_HELP);
  return root.addHelpText('after', EXIT_CODES_HELP);
}
