// Code without zod and Temporal: small enough for the browser to use the same rules (ADR 0105).
export * from './noun-forms.js';
export * from './national-number.js';
export * from './normalized.js';
export * from './is-same.js';
export * from './preferred-language.js';
export * from './texts.js';
export * from './too-long.js';
export * from './words.js';
