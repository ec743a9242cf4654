export * from './action.events.js';
export * from './completed-actions.js';
export * from './decided-by-meeting.js';
export * from './derived.js';
export * from './open-actions.js';
export * from './orphaned.js';
export * from './service-actions.js';
