export * from './text-limits.js';
