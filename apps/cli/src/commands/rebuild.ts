import type { Command } from 'commander';
import type { ReadModel, RebuildTimes } from '#platform/projections';
import type { Installation } from '../../../composition/src/index.js';
import type { Cli } from '../cli.js';
import { EXIT } from '#platform/process';
import { CommandFailed } from '../exit-codes.js';
import { progressOn } from '../terminal/progress.js';
import { haltSentence } from './pass-over.js';
import { withInstallation } from './with-installation.js';

export function rebuildCommand(program: Command, cli: Cli): void {
  program
    .command('rebuild')
    .argument('[name...]', 'read models to rebuild; all of them when none is named')
    .summary('fold read models anew from the log')
    .description(
      'Fills new tables beside the live ones and switches over when they have caught up: readers never see a gap, and\n' +
        'nothing is switched when it fails. May be run while Samspill serves.',
    )
    .addHelpText(
      'after',
      `
Examples:
  samspill rebuild
  samspill rebuild action-list unit-months`,
    )
    .action((names: string[]) =>
      withInstallation(cli, (installation) => rebuildNamed(installation, names, cli), {
        login: 'operator',
        existing: true,
      }),
    );
}

async function rebuildNamed(installation: Installation, names: readonly string[], cli: Cli) {
  const { readModels } = installation;
  const unknown = names.filter((name) => !readModels.some((model) => model.name === name));
  if (unknown.length > 0)
    throw new CommandFailed(
      `There is no read model called ${unknown.join(', ')}. There are: ${readModels.map(({ name }) => name).join(', ')}.`,
      EXIT.wrongUse,
    );
  const models = names.length === 0 ? readModels : readModels.filter(({ name }) => names.includes(name));
  const spent = await buildReadModels(installation, models, cli);
  for (const { name, version } of models) cli.terminal.out(`${name} (version ${version}) is rebuilt`);
  if (spent) cli.terminal.out(timesSentence(spent));
}

/**
 * Rebuilds read models with progress, and names those that stand still.
 * @throws CommandFailed when some could not be built
 */
export async function buildReadModels(
  { dataSource: source, events, catalog }: Installation,
  models: readonly ReadModel[],
  cli: Cli,
): Promise<RebuildTimes | undefined> {
  const { rebuild, RebuildFailed, RebuildUnderWay } = await import('#platform/projections');
  const progress = progressOn(cli.terminal, 'Building the read models');
  let spent: RebuildTimes | undefined;
  try {
    const halted = await rebuild({ source, events, catalog }, models, {
      signal: cli.signal,
      onProgress: (done, total) => progress.at(done, total),
      onTimes: (times) => (spent = times),
    });
    progress.end();
    for (const each of halted) cli.terminal.err(haltSentence(each));
    return spent;
  } catch (fault) {
    progress.end();
    if (fault instanceof RebuildFailed || fault instanceof RebuildUnderWay)
      throw new CommandFailed(`${fault.message}.`);
    throw fault;
  }
}

/** The duration of each step of a rebuild, as one sentence. */
export function timesSentence({ reading, folding, writing, indexing, switching }: RebuildTimes): string {
  const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`;
  return (
    `Time: waiting for the log ${seconds(reading)}, folding ${seconds(folding)}; then, several tables at once and added ` +
    `up, writing rows ${seconds(writing)}, indexes ${seconds(indexing)}, switching over ${seconds(switching)}`
  );
}
