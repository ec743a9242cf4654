/** Every use case: its command, its handler and its route. */
export * from './export-figures/export-figures.controller.js';
export * from './export-figures/export-figures.query.js';
export * from './print-status/print-status.controller.js';
export * from './print-status/print-status.query.js';
export * from './publish-figures.js';
export * from './public-page/public-page.controller.js';
export * from './supervision-package/supervision-package.controller.js';
export * from './supervision-package/supervision-package.query.js';
