import { Option, type Command } from 'commander';
import type { Cli } from '../cli.js';
import { EXIT } from '#platform/process';
import { CommandFailed } from '../exit-codes.js';

const ENGINES = ['postgres', 'kurrentdb'] as const;
type Engine = (typeof ENGINES)[number];

/** Municipalities written concurrently in KurrentDB; PostgreSQL takes one event after another, with its time. */
const LANES: Readonly<Record<Engine, number>> = { kurrentdb: 32, postgres: 1 };

export function moveLogCommand(program: Command, cli: Cli): void {
  const engine = (flag: string, what: string) =>
    new Option(`${flag} <engine>`, what).choices(ENGINES).makeOptionMandatory();
  program
    .command('move-log')
    .summary('copy the log between PostgreSQL and KurrentDB, and go on there')
    .description(
      'Copies every event from one engine to the other: postgres is that of DATABASE_URL or the data folder, kurrentdb that\n' +
        'of KURRENTDB_URL. Stop Samspill first. Broken off and run again it goes on where it was; a target that holds\n' +
        'something else is refused. In the end both are compared event by event (ids, order within each municipality, data\n' +
        'and metadata to the byte), and then what follows the log is handed over: policies go on where they were, and read\n' +
        'models are built anew at the next start, beside the tables that can be read meanwhile. The log that was left is not\n' +
        'changed and can be moved back to.',
    )
    .addOption(engine('--from', 'where the log is'))
    .addOption(engine('--to', 'where it is to go'))
    .addHelpText(
      'after',
      `
Examples:
  KURRENTDB_URL=kurrentdb://localhost:2113?tls=false samspill move-log --from postgres --to kurrentdb
  KURRENTDB_URL=kurrentdb://localhost:2113?tls=false samspill start`,
    )
    .action((options: { from: Engine; to: Engine }) => moveBetween(options, cli));
}

async function moveBetween({ from, to }: { readonly from: Engine; readonly to: Engine }, cli: Cli): Promise<void> {
  if (from === to) throw new CommandFailed('--from and --to name the same engine.', EXIT.wrongUse);
  const [{ openLogs }, { readEnvironment, StartRefused }, { moveLog }] = await Promise.all([
    import('../../../composition/src/index.js'),
    import('#platform/environment'),
    import('../move-log/move-log.js'),
  ]);
  const environment = readEnvironment(cli.environment);
  if (environment.kurrentUrl === undefined)
    throw new StartRefused('KURRENTDB_URL is not set: it says which KurrentDB is meant.');
  const logs = await openLogs(environment);
  try {
    await moveLog({ source: logs[from], target: logs[to], lanes: LANES[to], database: logs.database }, cli);
    cli.terminal.err(
      to === 'kurrentdb'
        ? 'From now on start Samspill with KURRENTDB_URL set; without it, it refuses.'
        : 'From now on start Samspill without KURRENTDB_URL; with it, it refuses.',
    );
    cli.terminal.err('The first start builds the read models beside the old ones: samspill rebuild does it now.');
  } finally {
    await logs.close();
  }
}
