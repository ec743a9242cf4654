import { CommanderError } from 'commander';
import type { Cli } from './cli.js';
import { EXIT, exitCodeOf, sentenceOf, type ExitCode } from '#platform/process';
import { CommandFailed } from './exit-codes.js';
import { program } from './program.js';

/** Runs one command line to its end and returns its exit code; never throws. */
export async function run(args: readonly string[], cli: Cli): Promise<ExitCode> {
  try {
    await program(cli).parseAsync(args, { from: 'user' });
    return EXIT.ok;
  } catch (fault) {
    return explain(fault, cli);
  }
}

/** Prints the reason of the failure and returns the exit code. */
function explain(fault: unknown, { terminal, signal }: Cli): ExitCode {
  // Commander has already printed its error.
  if (fault instanceof CommanderError) return fault.exitCode === 0 ? EXIT.ok : EXIT.wrongUse;
  if (fault instanceof CommandFailed) {
    terminal.err(fault.message);
    return fault.exitCode;
  }
  if (signal.aborted && exitCodeOf(fault) === EXIT.unexpected) {
    terminal.err('Stopped before it was done. What was already written is kept; the command can be run again.');
    return EXIT.interrupted;
  }
  terminal.err(sentenceOf(fault));
  return exitCodeOf(fault);
}
