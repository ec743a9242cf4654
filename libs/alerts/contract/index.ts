export * from './alert-key.js';
export * from './alert-ladder.js';
export * from './alert-steps.events.js';
export * from './alert.js';
export * from './follow-up.events.js';
export * from './ladder-kind.js';
export * from './reminded-causes.js';
export * from './step-sentences.js';
