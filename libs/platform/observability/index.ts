export * from './fault.js';
export * from './health.js';
export * from './log.js';
export * from './metrics.js';
export * from './saving-health.js';
export { Timing } from './timing.js';
