export * from './place-of-role.js';
