export * from './figures/figure-changes.query.js';
export * from './figures/figures.controller.js';
export * from './figures/figures.query.js';
export * from './publications/publications.controller.js';
export * from './publications/publications.query.js';
