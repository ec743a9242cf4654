export * from './paging.js';
export * from './request.js';
export * from './routes.js';
export * from './subjects.js';
