export * from './operator.events.js';
