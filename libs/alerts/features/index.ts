/** Every use case: its command, its handler and its route. */
export * from './ask-owner.js';
export * from './handle-alert.js';
export * from './note-call.js';
export * from './note-on-alert.js';
export * from './release-alerts.js';
export * from './remind-unit.js';
export * from './snooze-alert.js';
