export * from './earlier-reads.js';
export * from './streams.js';
