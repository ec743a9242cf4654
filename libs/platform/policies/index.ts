export * from './policy.js';
export type { AnyStreams } from './reactions.js';
export * from './policy-runner.js';
