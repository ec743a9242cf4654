import { InvalidArgumentError, type Command } from 'commander';
import type { Cli } from '../cli.js';
import { EXIT } from '#platform/process';
import type { GivenUnit } from '../demo/history/history-units.js';
import { CommandFailed } from '../exit-codes.js';
import { count } from '../terminal/progress.js';
import { filesAt, printBad } from './given-files.js';
import { municipality } from './municipality-option.js';
import { withInstallation } from './with-installation.js';

interface DemoCommandOptions {
  readonly seed: number;
  readonly units?: string;
  readonly years?: number;
  readonly municipality?: string;
}
const DEFAULT_SEED = 2026;
const MOST_YEARS = 20;

export function demoCommand(program: Command, cli: Cli): void {
  program
    .command('demo')
    .summary('make the demo municipality in an empty database')
    .description(
      'Makes the invented «Fjordvik kommune», marked Demodata: three school years of meetings, protocols and actions up to\n' +
        'today, by the same commands as users give. The same seed on the same day gives the same municipality. Only in an\n' +
        'empty database; one that was broken off is made to the end, with the seed and the day that it began with.\n\n' +
        'With --units and --years it has the units of a file and a history of as many school years, the current one\n' +
        'included: people come and go, units open and close, protocols are late, corrected or lost, settings change. It is\n' +
        'marked Demodata too; everybody in it and all that they do is invented. Every event is recorded later than those\n' +
        'before it, so that questions about an earlier day can be tried.',
    )
    .option('--seed <number>', 'another number makes another municipality', seed, DEFAULT_SEED)
    .option('--units <file>', 'schools and kindergartens, in a file such as `import units` reads')
    .option('--years <number>', `school years of the history, 1 to ${MOST_YEARS}`, years)
    .option('--municipality <number>', 'only this municipality’s units, where the file has several', municipality)
    .addHelpText(
      'after',
      `
Examples:
  samspill demo
  SAMSPILL_DATA=/tmp/other-demo samspill demo --seed 7
  SAMSPILL_DATA=/tmp/large samspill demo --units units.json --municipality 3203 --years 10`,
    )
    .action((options: DemoCommandOptions) =>
      options.units === undefined && options.years === undefined && options.municipality === undefined
        ? smallDemo(cli, options.seed)
        : history(cli, options),
    );
}

const smallDemo = (cli: Cli, number: number) =>
  withInstallation(cli, async (installation) => {
    const { stateOfDemo } = await import('../demo/demo-state.js');
    const demoState = await stateOfDemo(installation);
    if (demoState.state === 'other' || demoState.state === 'whole')
      throw new CommandFailed(
        'The database holds data already, and the demo is made in an empty one only: choose another with SAMSPILL_DATA or DATABASE_URL.',
      );
    const { makeDemo } = await import('../demo/make-demo.js');
    await makeDemo(
      installation,
      demoState.state === 'unfinished' ? demoState.wish : { seed: number, asOf: installation.clock.now() },
      cli,
    );
  });

async function history(cli: Cli, options: DemoCommandOptions): Promise<void> {
  if (options.units === undefined || options.years === undefined)
    throw new CommandFailed('Give both --units and --years, or neither for the small demo.', EXIT.wrongUse);
  const units = await unitsIn(cli, options.units, options.municipality);
  const { years: schoolYears, seed: number } = options;
  await withInstallation(cli, async (installation) => {
    const { makeHistory } = await import('../demo/history/make-history.js');
    await makeHistory(installation, { units, years: schoolYears, seed: number, asOf: installation.clock.now() }, cli);
  });
}

/** The units of one municipality in the file. Bad lines are printed, and nothing is made. */
async function unitsIn(cli: Cli, path: string, tenant: string | undefined): Promise<readonly GivenUnit[]> {
  const [file] = await filesAt([path]);
  const { readUnits } = await import('#registry');
  const { units, bad } = await readUnits(file!, { ...(tenant !== undefined && { tenant }) });
  await printBad(cli, bad);
  if (bad.length > 0)
    throw new CommandFailed(`${count(bad.length)} bad ${bad.length === 1 ? 'line' : 'lines'}: nothing was made.`);
  if (units.length === 0)
    throw new CommandFailed(
      `The file has no schools or kindergartens${tenant === undefined ? '' : ` of the municipality ${tenant}`}.`,
    );
  const numbers = [...new Set(units.map((unit) => unit.tenant))].sort();
  if (numbers.length > 1)
    throw new CommandFailed(
      `The file has units of ${numbers.length} municipalities: choose one with --municipality (${shortened(numbers)}).`,
      EXIT.wrongUse,
    );
  return units.map(({ unitId, details }) => ({ unitId, details }));
}

const MOST_NAMED = 10;
const shortened = (numbers: readonly string[]): string =>
  numbers.length > MOST_NAMED ? `${numbers.slice(0, MOST_NAMED).join(', ')} …` : numbers.join(', ');

function seed(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('a seed is a whole number from 0 to 999999999.');
  return Number(text);
}

function years(text: string): number {
  if (!/^\d{1,2}$/.test(text) || Number(text) < 1 || Number(text) > MOST_YEARS)
    throw new InvalidArgumentError(`the number of school years is a whole number from 1 to ${MOST_YEARS}.`);
  return Number(text);
}
