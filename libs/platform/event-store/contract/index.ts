export * from './event-store-contract.js';
export * from './log-reader.js';
export * from './store-under-test.js';
