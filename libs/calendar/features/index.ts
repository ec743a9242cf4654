/** Every use case: its command, its handler and its route. */
export * from './open-feed.js';
export * from './revoke-feed.js';
