/** Every use case: its command, its handler and its route. */
export * from './publish-figures.js';
