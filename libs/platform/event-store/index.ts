export * from './catalog.js';
export * from './event-store.js';
export * from './in-memory.js';
