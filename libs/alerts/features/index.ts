/** Every use case: its command, its handler and its route. */
export * from './note-call.js';
export * from './remind-unit.js';
