export * from './advisory-locks.js';
export * from './connection.js';
export * from './data-source.js';
export * from './migrate.js';
export * from './read-side.js';
export * from './tenant-table.js';
export * from './working-tables.js';
export * from './sql-state.js';
