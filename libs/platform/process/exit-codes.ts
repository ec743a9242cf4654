/** Exit codes of every Samspill process. Documented in `--help` and in docs/operations.md. */
export const EXIT = {
  ok: 0,
  /** The command ran and found faults: invalid lines in a file, damage in the log, a refused change. */
  faults: 1,
  /** The command line itself was invalid. */
  wrongUse: 2,
  /** Could not start: taken port, unusable data folder, newer database, invalid environment. Nothing was changed. */
  refusedToStart: 3,
  /** `mail-in` could not take the mail now: the mail server gives it again later (sysexits' EX_TEMPFAIL). */
  tryAgain: 75,
  /** A fault of Samspill or of the machine. */
  unexpected: 70,
  /** Interrupted by Ctrl-C or SIGTERM. */
  interrupted: 130,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
