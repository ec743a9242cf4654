export * from './address.js';
export * from './check-streams.js';
export { isDenied, KurrentUnavailable } from './faults.js';
export * from './kurrentdb-event-store.js';
export * from './connection-check.js';
export * from './stored-skip-ranges.js';
export type { StoredSkipRanges, SkipRange } from './skip-ranges.js';
