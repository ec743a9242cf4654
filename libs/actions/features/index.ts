/** Every use case: its command, its handler and its route. */
export * from './abandon-action.js';
export * from './accept-action.js';
export * from './accept-handover.js';
export * from './carry-on-action.js';
export * from './change-action.js';
export * from './complete-action.js';
export * from './decline-action.js';
export * from './decline-handover.js';
export * from './judge-effect.js';
export * from './note-progress.js';
export * from './offer-handover.js';
export * from './record-follow-up.js';
export * from './see-refused-decision.js';
export * from './start-action.js';
