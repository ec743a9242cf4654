import type { Terminal } from './terminal.js';

/** The surroundings of one process or one command, given so that specifications can replace them. */
export interface ProcessContext {
  readonly terminal: Terminal;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Aborts at the first Ctrl-C or SIGTERM. */
  readonly signal: AbortSignal;
}
