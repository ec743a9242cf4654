export * from './start-refused.js';
