import { InvalidArgumentError, type Command } from 'commander';
import type { Installation } from '../../../composition/src/index.js';
import type { Cli } from '../cli.js';
import { count } from '../terminal/progress.js';
import { buildReadModels } from './rebuild.js';
import { withInstallation } from './with-installation.js';

export function restoreCommand(program: Command, cli: Cli): void {
  program
    .command('restore')
    .argument('<file>', 'a file that samspill backup has written')
    .summary('fill an empty installation from a backup')
    .description(
      'Checks the whole file first, and then fills an empty installation with it: everything or nothing. An installation\n' +
        'that holds something is refused. Then builds the read models. With DATABASE_URL (its owner) or SAMSPILL_DATA, and\n' +
        'with KURRENTDB_URL if the log is to be there, which may be another engine than before. Mails that were due before\n' +
        '--stopped-at may have been sent after the backup: they are marked so and not sent again. Everybody signs in anew.',
    )
    .option(
      '--stopped-at <time>',
      'when the lost installation stopped sending mail, as 2027-01-31T14:00+01:00 (default: now)',
      instant,
    )
    .addHelpText(
      'after',
      `
Examples:
  samspill restore /backup/samspill-2027-01-31.backup
  samspill restore /backup/samspill-2027-01-31.backup --stopped-at 2027-01-31T14:00+01:00
  samspill verify`,
    )
    .action((file: string, { stoppedAt }: { stoppedAt?: Date }) => restoreAndBuild(file, stoppedAt, cli));
}

async function restoreAndBuild(file: string, stoppedAt: Date | undefined, cli: Cli): Promise<void> {
  const [{ readEnvironment }, { restore }] = await Promise.all([
    import('#platform/environment'),
    import('../backup/restore.js'),
  ]);
  const environment = readEnvironment(cli.environment);
  const { takenAt, events, rows, heldBack } = await restore(
    environment,
    file,
    { stoppedAt: stoppedAt ?? environment.clock.now() },
    cli,
  );
  cli.terminal.out(`${count(events)} events and ${count(rows)} rows are restored as of ${takenAt.toISOString()}.`);
  if (heldBack > 0)
    cli.terminal.out(`${count(heldBack)} mails that were waiting may have been sent, and are not sent again.`);
  await withInstallation(cli, (installation) => buildAll(installation, cli), {
    login: 'operator',
    existing: true,
  });
  cli.terminal.err('Run samspill verify, and then start Samspill.');
}

/** Events that were passed over come first: the others leave them out. */
async function buildAll(installation: Installation, cli: Cli): Promise<void> {
  const { readModels } = installation;
  const first = readModels.filter(({ name }) => name === 'passed-over');
  await buildReadModels(installation, first, cli);
  await buildReadModels(installation, readModels, cli);
  cli.terminal.out(`${readModels.length} read models are built.`);
}

function instant(text: string): Date {
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(time)) throw new InvalidArgumentError('write it with its zone, as 2027-01-31T14:00+01:00.');
  return new Date(time);
}
