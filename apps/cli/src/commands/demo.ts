import { InvalidArgumentError, type Command } from 'commander';
import type { Cli } from '../cli.js';
import { CommandFailed } from '../exit-codes.js';
import { withInstallation } from './with-installation.js';

export function demoCommand(program: Command, cli: Cli): void {
  program
    .command('demo')
    .summary('make the demo municipality in an empty database')
    .description(
      'Makes the invented «Fjordvik kommune», marked Demodata: three school years of meetings, protocols and actions up to\n' +
        'today, by the same commands as users give. The same seed on the same day gives the same municipality. Only in an\n' +
        'empty database; one that was broken off is made to the end, with the seed and the day that it began with.',
    )
    .option('--seed <number>', 'another number makes another municipality', seed, 2026)
    .addHelpText(
      'after',
      `
Examples:
  samspill demo
  SAMSPILL_DATA=/tmp/other-demo samspill demo --seed 7`,
    )
    .action(({ seed }: { seed: number }) =>
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
          demoState.state === 'unfinished' ? demoState.wish : { seed, asOf: installation.clock.now() },
          cli,
        );
      }),
    );
}

function seed(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('a seed is a whole number from 0 to 999999999.');
  return Number(text);
}
