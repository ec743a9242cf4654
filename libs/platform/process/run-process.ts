import { StartRefused } from '#platform/environment';
import { EXIT, type ExitCode } from './exit-codes.js';
import { nodeIsTooOld } from './node-version.js';
import type { ProcessContext } from './process-context.js';
import { stopSignals } from './stop-signals.js';
import { processTerminal } from './terminal.js';

/**
 * Main function of every program: checks the version of Node, runs `work` until it ends or a stop signal comes, and
 * sets the exit code. `work` may return an exit code; a refused start is printed as one sentence and ends with exit
 * code 3, any other fault is printed with its stack.
 */
export async function runProcess(work: (context: ProcessContext) => Promise<ExitCode | void>): Promise<void> {
  endWhenOutputIsClosed();
  const tooOld = nodeIsTooOld(process.versions.node);
  if (tooOld) {
    processTerminal.err(tooOld);
    process.exit(EXIT.refusedToStart);
  }
  const stop = stopSignals(processTerminal);
  try {
    const code = await work({ terminal: processTerminal, environment: process.env, signal: stop.signal });
    process.exitCode = code ?? EXIT.ok;
  } catch (fault) {
    process.exitCode = exitCodeOf(fault);
    processTerminal.err(sentenceOf(fault));
  } finally {
    stop.release();
  }
}

/** The exit code for a fault. */
export const exitCodeOf = (fault: unknown): ExitCode =>
  fault instanceof StartRefused ? EXIT.refusedToStart : EXIT.unexpected;

/** One sentence if the user can remedy the fault; otherwise its stack, for developers. */
export const sentenceOf = (fault: unknown): string =>
  fault instanceof StartRefused
    ? fault.message
    : `Unexpected fault: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`;

/** The reader of the output may close it early (`samspill events | head`): that is a normal end. */
function endWhenOutputIsClosed(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.ok);
    throw error;
  });
}
