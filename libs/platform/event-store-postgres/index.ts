export { APP_ROLE, CREATE_APP_ROLE, eventStoreMigrations } from './event-store.migration.js';
export { EventStoreUnavailable } from './connections.js';
export * from './postgres-event-store.js';
