export * from './contexts.js';
export * from './house.module.js';
export * from './installation.js';
export * from './living-at.js';
export * from './open-postgres.js';
export * from './platform.module.js';
export * from './streams-of.js';
export * from './unopened.js';
