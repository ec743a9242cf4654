export * from './closed-period.js';
