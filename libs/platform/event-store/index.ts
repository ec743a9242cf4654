export * from './catalog.js';
export * from './count-after.js';
export * from './event-store.js';
export * from './in-memory.js';
export * from './log-fault.js';
export * from './not-appendable.js';
export * from './repeat.js';
export * from './timed.js';
