export * from './decoding.js';
export * from './followed-log.js';
export * from './followers.migration.js';
export * from './freshness.js';
export * from './leadership.js';
export * from './patience.js';
export * from './report.js';
export * from './standings.js';
