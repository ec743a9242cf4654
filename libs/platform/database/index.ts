export * from './read-side.js';
