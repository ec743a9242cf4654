import type { Terminal } from './terminal/terminal.js';

/** What every command works in: where it writes, the environment, and when it is told to stop. */
export interface Cli {
  readonly terminal: Terminal;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Aborts at the first Ctrl-C or SIGTERM. */
  readonly signal: AbortSignal;
}
