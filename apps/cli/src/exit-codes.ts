import { EXIT, type ExitCode } from '#platform/process';

/** Ends a command with one sentence and an exit code, without a stack trace. */
export class CommandFailed extends Error {
  constructor(
    message: string,
    readonly exitCode: ExitCode = EXIT.faults,
  ) {
    super(message);
  }
}

export const EXIT_CODES_HELP = `
Exit codes:
  0   done
  1   ran, and found something wrong (bad lines, damage, a refusal): it is printed
  2   the command line was wrong
  3   could not start (taken port, unusable data folder, newer database, wrong environment)
  70  unexpected fault
  75  mail-in only: not possible now, give the mail again later
  130 stopped by Ctrl-C or SIGTERM before it was done`;
