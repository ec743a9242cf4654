export * from './directory.js';
export * from './municipality.events.js';
export * from './obligation.js';
export * from './person.events.js';
export * from './service.events.js';
export * from './settings.js';
export * from './unit.events.js';
export * from './working-days.js';
