/** The surroundings of a command: terminal, environment and stop signal. */
export type { ProcessContext as Cli } from '#platform/process';
