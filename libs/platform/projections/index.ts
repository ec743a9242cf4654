export { Freshness } from '#platform/followers';
export * from './compare.js';
export * from './projection-runner.js';
export * from './read-model.js';
export * from './rebuild.js';
export type { RebuildTimes } from './rebuild-times.js';
export * from './rows-in-memory.js';
