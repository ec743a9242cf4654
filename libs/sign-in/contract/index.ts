export * from './identity.events.js';
export * from './sign-ins.js';
