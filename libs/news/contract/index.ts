export * from './meeting-news.js';
export * from './news.events.js';
