export * from './followers.js';
export * from './jobs.js';
export * from './run-worker.js';
export * from './follow-log.js';
