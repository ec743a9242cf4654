/** Every question that is answered: its query, its handler and its route. */
export * from './news/news.controller.js';
export * from './news/news.query.js';
