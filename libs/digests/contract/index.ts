export * from './digest-figure.js';
export * from './digest.events.js';
export * from './preferences.events.js';
export * from './week.js';
export * from './digest-records.js';
