export * from './merger-events.js';
export * from './operator.events.js';
