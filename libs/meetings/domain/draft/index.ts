// Shared by the server and the page that writes a draft: merging (ADR 0105), and the filing rules that need no facts.
export * from './draft-rules.js';
export * from './draft-rules-for-actions.js';
export * from './merge-drafts.js';
