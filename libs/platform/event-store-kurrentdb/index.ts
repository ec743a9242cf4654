export * from './address.js';
export { KurrentUnavailable } from './faults.js';
export * from './kurrentdb-event-store.js';
export type { KeptPassages, Passage } from './passages.js';
