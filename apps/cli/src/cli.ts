/** Terminal, environment and stop signal of a command. */
export type { ProcessContext as Cli } from '#platform/process';
