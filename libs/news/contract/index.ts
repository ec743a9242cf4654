export * from './meeting-concern.js';
export * from './meeting-news.js';
export * from './news.events.js';
