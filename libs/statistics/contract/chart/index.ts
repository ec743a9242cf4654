export * from './plot.js';
export * from './points.js';
export * from './signal-words.js';
