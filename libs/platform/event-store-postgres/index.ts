export { eventStoreMigrations } from './event-store.migration.js';
export { EventStoreUnavailable } from './connections.js';
export * from './postgres-event-store.js';
export * from './check-log.js';
