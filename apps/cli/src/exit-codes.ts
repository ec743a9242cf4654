/** What the shell is told when a command ends. Documented in `--help` and in docs/operations.md. */
export const EXIT = {
  ok: 0,
  /** The command ran and found something wrong: bad lines in a file, damage in the log, a refused change. */
  faults: 1,
  /** The command line itself was wrong. */
  wrongUse: 2,
  /** Could not start: taken port, unusable data folder, newer database, wrong environment. Nothing was changed. */
  refusedToStart: 3,
  /** A fault of Samspill or of the machine beneath it. */
  unexpected: 70,
  /** Stopped by Ctrl-C or SIGTERM before it was done. */
  interrupted: 130,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Ends a command with one clear sentence and an exit code, and without a stack trace. */
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
  130 stopped by Ctrl-C or SIGTERM before it was done`;
