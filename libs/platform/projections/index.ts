export * from './freshness.js';
export * from './read-model.js';
