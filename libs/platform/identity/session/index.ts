export * from './expired-sessions.js';
export * from './postgres-session-store.js';
export * from './session.js';
export * from './session-key.js';
export { SESSION_ENDED, SessionStore, type SessionEnded } from './session-store.js';
export * from './sessions.js';
export * from './sessions.migration.js';
export * from './signed-links.js';
