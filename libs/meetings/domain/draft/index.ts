// Shared by the server and the page that writes a draft: merging (ADR 0105), the filing rules that need no facts, the
// free texts and their limits.
export { LONGEST } from './draft-limits.js';
export * from './incomplete-protocol.js';
export * from './incomplete-actions.js';
export * from './draft-texts.js';
export * from './merge-drafts.js';
