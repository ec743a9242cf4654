export * from './live.controller.js';
export * from './live.dto.js';
export * from './live.module.js';
export * from './live-options.js';
export * from './live-stream.js';
export * from './live-streams.js';
export * from './live-updates.js';
export * from './log-changes.js';
