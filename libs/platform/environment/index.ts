export * from './environment.js';
export * from './start-refused.js';
