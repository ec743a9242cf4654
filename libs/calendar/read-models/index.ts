/** Every question that is answered: its query, its handler and its route. */
export * from './answers/answers.controller.js';
export * from './answers/answers.query.js';
export * from './feed/calendar-file.controller.js';
export * from './feed/feed.controller.js';
export * from './feed/feed.query.js';
