export * from './alert.js';
export * from './follow-up.events.js';
