export * from './calendar.js';
export * from './clock.js';
export * from './decider.js';
export * from './event.js';
export * from './ids.js';
export * from './organisation-number.js';
export * from './stable-id.js';
