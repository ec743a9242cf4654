export * from './embedded-postgres.js';
export * from './running-database.js';
