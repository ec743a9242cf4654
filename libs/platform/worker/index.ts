export * from './log-followers.js';
