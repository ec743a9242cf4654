/** Every question that is answered: its query, its handler and its route. */
export * from './search/search.controller.js';
export * from './search/search.query.js';
