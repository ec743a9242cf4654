export * from './session.js';
export * from './session-cookies.js';
export * from './session-key.js';
export * from './sessions.js';
export * from './signed-links.js';
