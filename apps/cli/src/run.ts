import { CommanderError } from 'commander';
import { StartRefused } from '#platform/environment';
import type { Cli } from './cli.js';
import { CommandFailed, EXIT, type ExitCode } from './exit-codes.js';
import { program } from './program.js';

/** Runs one command line to its end and says how it ended; never throws. */
export async function run(args: readonly string[], cli: Cli): Promise<ExitCode> {
  try {
    await program(cli).parseAsync(args, { from: 'user' });
    return EXIT.ok;
  } catch (fault) {
    return explain(fault, cli);
  }
}

/** What went wrong, in one sentence where the user can do something about it, and as it is where only we can. */
function explain(fault: unknown, { terminal, signal }: Cli): ExitCode {
  // Commander has already printed what it thinks of the command line.
  if (fault instanceof CommanderError) return fault.exitCode === 0 ? EXIT.ok : EXIT.wrongUse;
  if (fault instanceof CommandFailed) {
    terminal.err(fault.message);
    return fault.exitCode;
  }
  if (fault instanceof StartRefused) {
    terminal.err(fault.message);
    return EXIT.refusedToStart;
  }
  if (signal.aborted) {
    terminal.err('Stopped before it was done. What was already written is kept; the command can be run again.');
    return EXIT.interrupted;
  }
  terminal.err(`Unexpected fault: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`);
  return EXIT.unexpected;
}
