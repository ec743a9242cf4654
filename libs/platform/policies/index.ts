export * from './policy.js';
export { followsFrom, type AnyStreams } from './reactions.js';
export * from './policy-runner.js';
