export * from './access.js';
export * from './asker.js';
export * from './rights.js';
export * from './roles/index.js';
export * from './session/index.js';
