export * from './current-states.js';
export * from './earlier-reads.js';
export * from './merger.events.js';
export * from './streams.js';
