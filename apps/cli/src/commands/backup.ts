import type { Command } from 'commander';
import type { Cli } from '../cli.js';
import { count } from '../terminal/progress.js';
import { withInstallation } from './with-installation.js';

export function backupCommand(program: Command, cli: Cli): void {
  program
    .command('backup')
    .argument('<file>', 'the file to write, which must not be there yet')
    .summary('write log and working tables to one file')
    .description(
      'Writes the log, drafts, mails and whatever else is not folded from the log to one compressed file, as they are at\n' +
        'one moment; may be run while Samspill serves. The file is whole or not there, has a checksum of every part, and is\n' +
        'readable by you only: it holds personal data. Not in it: sessions, read models (restore builds them), the data\n' +
        'folder’s session.key, and settings of the environment. Works for a log in KurrentDB, too.',
    )
    .addHelpText(
      'after',
      `
Examples:
  samspill backup /backup/samspill-$(date +%F).backup`,
    )
    .action((file: string) =>
      withInstallation(
        cli,
        async (installation, { kurrentUrl }) => {
          const { backup } = await import('../backup/backup.js');
          const engine = kurrentUrl === undefined ? 'postgres' : 'kurrentdb';
          const done = await backup(installation, engine, file, cli);
          cli.terminal.out(
            `${file} holds ${count(done.events)} events, and ${count(done.rows)} rows of ${done.tables} tables (sha256 ${done.sha256}).`,
          );
        },
        { login: 'operator', existing: true },
      ),
    );
}
