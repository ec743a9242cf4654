export * from './paper.js';
export * from './print-paper.js';
