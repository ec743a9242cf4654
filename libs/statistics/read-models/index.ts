export * from './figures/figures.controller.js';
export * from './figures/figures.query.js';
