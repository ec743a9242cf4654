/** Every question that is answered: its query, its handler and its route. */
export * from './waiting/count-waiting.js';
export * from './waiting/sign-ins.controller.js';
export * from './waiting/sign-ins.query.js';
