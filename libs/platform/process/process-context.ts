import type { Terminal } from './terminal.js';

/** Inputs and outputs of one process or command, passed in so that specifications can replace them. */
export interface ProcessContext {
  readonly terminal: Terminal;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Aborts at the first Ctrl-C or SIGTERM. */
  readonly signal: AbortSignal;
}
