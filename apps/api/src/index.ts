export * from './api-settings.js';
export * from './create-api.js';
export * from './listen.js';
export { DEMO_MUNICIPALITY, PersonaPicker } from './session/persona-picker.js';
export * from './watch.js';
export * from './built-pages.js';
export * from './openapi-document.js';
export * from './serve-api.js';
