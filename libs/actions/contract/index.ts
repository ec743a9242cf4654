export * from './action.events.js';
export * from './open-actions.js';
