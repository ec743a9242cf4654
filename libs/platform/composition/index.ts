export * from './context.js';
export * from './find-classes.js';
export * from './modules.js';
