export * from './address.js';
export * from './check-streams.js';
export { isDenied, KurrentUnavailable } from './faults.js';
export * from './kurrentdb-event-store.js';
export * from './reach.js';
export * from './kept-passages.js';
export type { KeptPassages, Passage } from './passages.js';
