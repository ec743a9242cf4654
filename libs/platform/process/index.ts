export * from './aborted.js';
export * from './exit-codes.js';
export * from './process-context.js';
export * from './run-process.js';
export { processTerminal, type Terminal } from './terminal.js';
