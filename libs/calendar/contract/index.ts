export * from './answers.events.js';
export * from './feed.events.js';
