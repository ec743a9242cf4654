export * from './action-content.js';
