export * from './followers.js';
export * from './run-worker.js';
