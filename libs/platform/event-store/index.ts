export * from './catalog.js';
export * from './event-store.js';
